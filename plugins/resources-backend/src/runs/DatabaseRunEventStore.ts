import type { RunEvent } from '@terrastage/plugin-resources-common';
import type { Knex } from 'knex';
import type { RunEventStore } from './RunEventStore';

export class DatabaseRunEventStore implements RunEventStore {
  constructor(private readonly knex: Knex) {}

  async append(
    runs: ReadonlyArray<{ runId: string; events: readonly RunEvent[] }>,
  ): Promise<void> {
    const rows = runs.flatMap(({ runId, events }) =>
      events.map(event => ({
        run_id: runId,
        seq: event.seq,
        event: JSON.stringify(event),
      })),
    );
    if (rows.length > 0) {
      await this.knex('run_events').insert(rows);
    }
  }

  async list(runId: string, after: number, limit: number): Promise<RunEvent[]> {
    const rows = await this.knex('run_events')
      .where({ run_id: runId })
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .select('event');
    return rows.map(row => row.event);
  }
}
