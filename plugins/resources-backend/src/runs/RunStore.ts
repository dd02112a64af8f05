import type {
  PlanDetail,
  RunOperation,
  RunStatus,
} from '@terrastage/plugin-resources-common';
import type { RunPatch, RunRecord } from './RunRecord';

/** The resource has an active run already. */
export class ActiveRunError extends Error {
  name = 'ActiveRunError';
}

export interface RunCount {
  readonly operation: RunOperation;
  readonly status: RunStatus;
  readonly count: number;
}

export interface RunStore {
  /** @throws ActiveRunError; the transaction is lost then. */
  insert(run: RunRecord): Promise<void>;
  get(id: string): Promise<RunRecord | undefined>;
  getPlanDetail(id: string): Promise<PlanDetail | undefined>;
  /** Locks the row to the end of the transaction. */
  lock(id: string): Promise<RunRecord | undefined>;
  update(id: string, patch: RunPatch): Promise<void>;
  updateEach(
    patches: ReadonlyArray<{ id: string; patch: RunPatch }>,
  ): Promise<void>;
  /** The newest first. */
  listOfResource(resourceId: string): Promise<RunRecord[]>;
  findActive(resourceId: string): Promise<RunRecord | undefined>;
  /** The last apply that came to its end, else the last apply at all: what a destroy has to undo. */
  findLastApply(resourceId: string): Promise<RunRecord | undefined>;
  /** The first run of the resource: its things carry that run's id as a tag. */
  findFirst(resourceId: string): Promise<RunRecord | undefined>;
  /** Parked plans that were to be decided on before a time. */
  listExpired(time: Date): Promise<RunRecord[]>;
  /** How many runs are not over, of each operation and status that there is. */
  countActive(): Promise<RunCount[]>;
  /** Place in the queue from 1, by id, of those of these runs that wait for a runner. */
  queuePositions(ids: readonly string[]): Promise<Map<string, number>>;
  /** Runs that have, or should have, a runner on this host or on any. */
  listRunning(): Promise<RunRecord[]>;
  /** Removes the events of runs that ended before a time. @returns how many events. */
  removeEventsOfFinished(finishedBefore: Date): Promise<number>;
}
