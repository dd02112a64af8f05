import type { Knex } from 'knex';
import type { AttemptPatch, AttemptRecord, AttemptStore } from './AttemptStore';

interface AttemptRow {
  run_id: string;
  attempt: number;
  token_hash: string;
  host: string;
  launched_at: Date;
  heartbeat_at: Date | null;
  accepted_through: number;
  cancel_conveyed_at: Date | null;
  interrupted_at: Date | null;
}

export class DatabaseAttemptStore implements AttemptStore {
  constructor(private readonly knex: Knex) {}

  async insert(attempts: readonly AttemptRecord[]): Promise<void> {
    await this.knex('run_attempts').insert(
      attempts.map(attempt => ({
        run_id: attempt.runId,
        attempt: attempt.attempt,
        token_hash: attempt.tokenHash,
        host: attempt.host,
        launched_at: attempt.launchedAt,
      })),
    );
  }

  async get(
    runId: string,
    attempt: number,
  ): Promise<AttemptRecord | undefined> {
    const row = await this.knex<AttemptRow>('run_attempts')
      .where({ run_id: runId, attempt })
      .first();
    return row && fromAttemptRow(row as AttemptRow);
  }

  async update(
    runId: string,
    attempt: number,
    patch: AttemptPatch,
  ): Promise<void> {
    await this.knex('run_attempts')
      .where({ run_id: runId, attempt })
      .update({
        ...(patch.heartbeatAt && { heartbeat_at: patch.heartbeatAt }),
        ...(patch.acceptedThrough !== undefined && {
          accepted_through: patch.acceptedThrough,
        }),
        ...(patch.cancelConveyedAt && {
          cancel_conveyed_at: patch.cancelConveyedAt,
        }),
        ...(patch.interruptedAt && { interrupted_at: patch.interruptedAt }),
      });
  }
}

function fromAttemptRow(row: AttemptRow): AttemptRecord {
  return {
    runId: row.run_id,
    attempt: row.attempt,
    tokenHash: row.token_hash,
    host: row.host,
    launchedAt: row.launched_at,
    heartbeatAt: row.heartbeat_at ?? undefined,
    acceptedThrough: row.accepted_through,
    cancelConveyedAt: row.cancel_conveyed_at ?? undefined,
    interruptedAt: row.interrupted_at ?? undefined,
  };
}
