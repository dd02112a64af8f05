import type { Knex } from 'knex';
import { queueOrder } from '../runs/queueOrder';
import type { QueueStore } from './QueueStore';

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

  async next(): Promise<string | undefined> {
    const { rows } = await this.knex.raw<{ rows: Array<{ id: string }> }>(
      `UPDATE runs SET claim_no = nextval('runs_claim_no')
       WHERE id = (
         SELECT runs.id FROM runs JOIN (${queueOrder}) AS queue USING (id)
         WHERE runs.status = 'pending' OR runs.waits_for_apply
         ORDER BY queue.position
         LIMIT 1
         FOR UPDATE OF runs SKIP LOCKED
       )
       RETURNING id`,
    );
    return rows[0]?.id;
  }
}
