import type { RunRecord } from '../runs/RunRecord';

export interface QueueStore {
  /**
   * Makes claims wait for each other to the end of the transaction: to count what runs and to take the next is one
   * act, or two portals would both take the last free place.
   */
  lock(): Promise<void>;

  /** Runs that have a runner launched by this host and that are not over. */
  countRunning(host: string): Promise<number>;

  /**
   * The runs, pending or confirmed, whose turn it is, locked, and counted as served. One that somebody else holds (it is being
   * canceled) is passed over.
   *
   * @returns at most so many, in their turn
   */
  next(limit: number): Promise<RunRecord[]>;
}
