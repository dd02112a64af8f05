import type { Knex } from 'knex';
import { queueOrder } from '../runs/queueOrder';
import type { RunRecord } from '../runs/RunRecord';
import { fromRunRow, runColumns, type RunRow } from '../runs/rows';
import type { QueueStore } from './QueueStore';

const COLUMNS = runColumns.map(name => `runs.${name}`).join(', ');
/** Any number of our own will do; the portals of one database share it. */
const CLAIM_LOCK = 7_274_615_001;

export class DatabaseQueueStore implements QueueStore {
  constructor(private readonly knex: Knex) {}

  async lock(): Promise<void> {
    await this.knex.raw('SELECT pg_advisory_xact_lock(?)', [CLAIM_LOCK]);
  }

  async countRunning(host: string): Promise<number> {
    const { rows } = await this.knex.raw<{ rows: [{ count: number }] }>(
      `SELECT count(*)::int AS count
       FROM runs JOIN run_attempts ON run_attempts.run_id = runs.id AND run_attempts.attempt = runs.attempt
       WHERE runs.status IN ('planning', 'planned', 'applying', 'interrupted', 'recovering')
         AND NOT runs.waits_for_apply
         AND run_attempts.host = ?`,
      [host],
    );
    return rows[0].count;
  }

  async next(limit: number): Promise<RunRecord[]> {
    // Numbered before the update, which goes through them in no order.
    const { rows } = await this.knex.raw<{
      rows: Array<RunRow & { position: number }>;
    }>(
      `WITH chosen AS (
         SELECT runs.id, queue.position FROM runs JOIN (${queueOrder}) AS queue USING (id)
         WHERE runs.status = 'pending' OR runs.waits_for_apply
         ORDER BY queue.position
         LIMIT ?
         FOR UPDATE OF runs SKIP LOCKED
       ), numbered AS (
         SELECT id, position, nextval('runs_claim_no') AS claim_no
         FROM (SELECT * FROM chosen ORDER BY position) AS chosen
       )
       UPDATE runs SET claim_no = numbered.claim_no FROM numbered
       WHERE runs.id = numbered.id
       RETURNING ${COLUMNS}, numbered.position`,
      [limit],
    );
    return rows.sort((a, b) => a.position - b.position).map(fromRunRow);
  }
}
