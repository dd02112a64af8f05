import type { StateLock } from '../supervisor/StateInspector';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/** Where a state lies. */
export type StatePlace = Pick<
  ResourceRecord,
  'stateBucket' | 'stateKey' | 'stateRegion'
>;

/** A version of the object under a state key, or a marker that it was deleted. */
export interface StateObjectVersion {
  readonly versionId: string;
  readonly modifiedAt: Date;
  readonly size: number;
  readonly isLatest: boolean;
  readonly isDeleted: boolean;
}

export interface StateObjectVersions {
  readonly items: readonly StateObjectVersion[];
  readonly nextCursor?: string;
}

/** What the portal may see of a state bucket. It reads; it never writes there. */
export interface StateBucket {
  /**
   * Versions of the object under a state key, the newest first.
   *
   * @throws StateUnreadableError when the bucket can't be read
   */
  listVersions(
    place: StatePlace,
    cursor?: string,
  ): Promise<StateObjectVersions>;

  /**
   * Who holds the lock of a state.
   *
   * @throws StateUnreadableError when the bucket can't be read
   */
  readLock(place: StatePlace): Promise<StateLock | undefined>;

  /**
   * The text of one version.
   *
   * @throws NotFoundError when there is none of this id, StateUnreadableError when the bucket can't be read
   */
  readVersion(place: StatePlace, versionId: string): Promise<string>;
}
