import type { RunEvent } from '@terrastage/plugin-resources-common';

export interface RunEventStore {
  append(
    runs: ReadonlyArray<{ runId: string; events: readonly RunEvent[] }>,
  ): Promise<void>;
  /** Those with a larger `seq`, in order. */
  list(runId: string, after: number, limit: number): Promise<RunEvent[]>;
}
