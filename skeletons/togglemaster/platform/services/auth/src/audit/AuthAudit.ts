import type { Queryable } from '@togglemaster/kit';

export type Act = { actor: string; requestId: string; at: Date };

/** Who did what to users and keys. */
export class AuthAudit {
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  async record(
    tx: Queryable,
    act: Act,
    action: string,
    subject: string,
    detail: object = {},
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit (id, at, actor, action, subject, detail, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.#newId(),
        act.at,
        act.actor,
        action,
        subject,
        JSON.stringify(detail),
        act.requestId,
      ],
    );
  }

  /** Newest first. */
  async list(db: Queryable, limit: number) {
    const rows = await db.query(
      'SELECT * FROM audit ORDER BY at DESC, id LIMIT $1',
      [limit],
    );
    return rows.map(row => ({
      id: row.id as string,
      at: (row.at as Date).toISOString(),
      actor: row.actor as string,
      action: row.action as string,
      subject: row.subject as string,
      detail: row.detail as Record<string, string>,
      requestId: row.request_id as string,
    }));
  }
}
