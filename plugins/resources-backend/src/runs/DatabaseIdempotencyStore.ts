import type { Knex } from 'knex';
import type { IdempotencyRecord, IdempotencyStore } from './IdempotencyStore';

export class DatabaseIdempotencyStore implements IdempotencyStore {
  constructor(private readonly knex: Knex) {}

  async take(
    record: IdempotencyRecord,
    createdAt: Date,
  ): Promise<IdempotencyRecord | undefined> {
    const { requestedBy, key } = record;
    const inserted = await this.knex('idempotency_keys')
      .insert({
        requested_by: requestedBy,
        key,
        body_hash: record.bodyHash,
        run_id: record.runId,
        created_at: createdAt,
      })
      .onConflict(['requested_by', 'key'])
      .ignore()
      .returning('key');
    if (inserted.length > 0) {
      return undefined;
    }
    const row = await this.knex('idempotency_keys')
      .where({ requested_by: requestedBy, key })
      .first();
    return { requestedBy, key, bodyHash: row.body_hash, runId: row.run_id };
  }

  remove(createdBefore: Date): Promise<number> {
    return this.knex('idempotency_keys')
      .where('created_at', '<', createdBefore)
      .delete();
  }
}
