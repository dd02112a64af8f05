import type { Queryable, Row } from '@togglemaster/kit';
import type { Change, ChangeStatus } from './Change.ts';

export type ChangeFilter = {
  project: string;
  environment?: string;
  status?: ChangeStatus;
  limit: number;
};

/** Rows of the table `changes`. */
export class ChangeStore {
  async insert(tx: Queryable, change: Change): Promise<void> {
    await tx.query(
      `INSERT INTO changes (id, project, environment, kind, subject, payload,
         note, status, requested_by, key_owner, requested_at, apply_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        change.id,
        change.project,
        change.environment,
        change.kind,
        change.subject,
        JSON.stringify(change.payload),
        change.note,
        change.status,
        change.requestedBy,
        change.keyOwner,
        change.requestedAt,
        change.applyAt,
      ],
    );
  }

  /** Locks the row until the end of the transaction. */
  async lock(tx: Queryable, id: string): Promise<Change | undefined> {
    const [row] = await tx.query(
      'SELECT * FROM changes WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row && toChange(row);
  }

  /** One that is due and that no other replica works on, locked. */
  async lockDue(tx: Queryable, now: Date): Promise<Change | undefined> {
    const [row] = await tx.query(
      `SELECT * FROM changes WHERE status = 'scheduled' AND apply_at <= $1
       ORDER BY apply_at, requested_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return row && toChange(row);
  }

  /** Those with a time that nobody has approved, locked. */
  async lockUndecided(tx: Queryable, project: string): Promise<Change[]> {
    const rows = await tx.query(
      `SELECT * FROM changes WHERE project = $1 AND status = 'scheduled'
         AND decided_by IS NULL ORDER BY id FOR UPDATE`,
      [project],
    );
    return rows.map(toChange);
  }

  async update(tx: Queryable, change: Change): Promise<void> {
    await tx.query(
      `UPDATE changes SET status = $2, decided_by = $3, decided_at = $4,
         apply_at = $5, applied_at = $6, failure = $7 WHERE id = $1`,
      [
        change.id,
        change.status,
        change.decidedBy,
        change.decidedAt,
        change.applyAt,
        change.appliedAt,
        change.failure,
      ],
    );
  }

  /** Newest first. */
  async list(db: Queryable, filter: ChangeFilter): Promise<Change[]> {
    const rows = await db.query(
      `SELECT * FROM changes
       WHERE project = $1
         AND ($2::text IS NULL OR environment = $2)
         AND ($3::text IS NULL OR status = $3)
       ORDER BY requested_at DESC, id LIMIT $4`,
      [
        filter.project,
        filter.environment ?? null,
        filter.status ?? null,
        filter.limit,
      ],
    );
    return rows.map(toChange);
  }
}

const iso = (value: unknown) => (value as Date | null)?.toISOString() ?? null;

function toChange(row: Row): Change {
  return {
    id: row.id as string,
    project: row.project as string,
    environment: row.environment as string | null,
    kind: row.kind as string,
    subject: row.subject as string,
    payload: row.payload as Change['payload'],
    note: row.note as string,
    status: row.status as ChangeStatus,
    requestedBy: row.requested_by as string,
    keyOwner: row.key_owner as string | null,
    requestedAt: (row.requested_at as Date).toISOString(),
    decidedBy: row.decided_by as string | null,
    decidedAt: iso(row.decided_at),
    applyAt: iso(row.apply_at),
    appliedAt: iso(row.applied_at),
    failure: row.failure as string | null,
  };
}
