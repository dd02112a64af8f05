import type { Queryable } from '@togglemaster/kit';
import type { Place } from '../Place.ts';

/** Rows of the table `protected_environments`. */
export class ProtectedStore {
  async has(db: Queryable, project: string, environment: string | null) {
    const rows = await db.query(
      `SELECT 1 FROM protected_environments
       WHERE project = $1 AND environment = $2`,
      [project, environment],
    );
    return rows.length > 0;
  }

  async set(
    tx: Queryable,
    { project, environment }: Place,
    isProtected: boolean,
  ): Promise<void> {
    await tx.query(
      isProtected
        ? `INSERT INTO protected_environments (project, environment)
           VALUES ($1, $2) ON CONFLICT DO NOTHING`
        : `DELETE FROM protected_environments
           WHERE project = $1 AND environment = $2`,
      [project, environment],
    );
  }
}
