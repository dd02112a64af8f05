import type { ResourceRecord, StateRecord } from '../inventory/ResourceRecord';

export interface StateLock {
  readonly id: string;
  readonly who: string;
  readonly operation: string;
  readonly created: string;
}

export interface StateFindings {
  /** Absent when there is no state object. */
  readonly state?: StateRecord;
  /** Absent when nobody holds the lock. */
  readonly lock?: StateLock;
}

/** Looks at a resource's state where it lies. It reads; it never writes there. */
export interface StateInspector {
  /** @throws Error when the bucket can't be read, or what lies there is no state. */
  inspect(
    resource: Pick<ResourceRecord, 'stateBucket' | 'stateKey' | 'stateRegion'>,
  ): Promise<StateFindings>;
}
