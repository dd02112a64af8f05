import type { Queryable, Row } from '@togglemaster/kit';
import type { AuditEntry } from './AuditEntry.ts';

/** Who changes something, and by which request. */
export type Act = {
  actor: string;
  /** Who made the key, where the actor is one. */
  keyOwner?: string;
  requestId: string;
  at: Date;
  changeId?: string;
};

export type Recorded = {
  action: string;
  project: string;
  environment?: string;
  subject: string;
  before?: unknown;
  after?: unknown;
};

export type AuditFilter = {
  project: string;
  subject?: string;
  environment?: string;
  /** With what belongs to all environments. Default: true. */
  shared?: boolean;
  limit: number;
  /** Entries before this one. */
  before?: string;
};

/** What happened, written in the transaction in which it happened. */
export class Audit {
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  async record(tx: Queryable, act: Act, what: Recorded): Promise<void> {
    await tx.query(
      `INSERT INTO audit (id, at, actor, action, project, environment, subject,
                          before, after, request_id, change_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        this.#newId(),
        act.at,
        act.actor,
        what.action,
        what.project,
        what.environment ?? null,
        what.subject,
        jsonOrNull(what.before),
        jsonOrNull(what.after),
        act.requestId,
        act.changeId ?? null,
      ],
    );
  }

  /** Newest first. */
  async list(db: Queryable, filter: AuditFilter): Promise<AuditEntry[]> {
    const rows = await db.query(
      `SELECT * FROM audit
       WHERE project = $1
         AND ($2::text IS NULL OR subject = $2)
         AND ($3::text IS NULL OR environment = $3
              OR ($6 AND environment IS NULL))
         AND ($4::uuid IS NULL OR (at, id) < (SELECT at, id FROM audit WHERE id = $4))
       ORDER BY at DESC, id DESC LIMIT $5`,
      [
        filter.project,
        filter.subject ?? null,
        filter.environment ?? null,
        filter.before ?? null,
        filter.limit,
        filter.shared ?? true,
      ],
    );
    return rows.map(toEntry);
  }
}

const jsonOrNull = (value: unknown) =>
  value === undefined ? null : JSON.stringify(value);

function toEntry(row: Row): AuditEntry {
  return {
    id: row.id as string,
    at: (row.at as Date).toISOString(),
    actor: row.actor as string,
    action: row.action as string,
    project: row.project as string,
    environment: row.environment as string | null,
    subject: row.subject as string,
    before: row.before as AuditEntry['before'],
    after: row.after as AuditEntry['after'],
    requestId: row.request_id as string,
    changeId: row.change_id as string | null,
  };
}
