import type { Queryable, Row } from '@togglemaster/kit';
import type { Place } from '../Place.ts';
import type { StoredRule } from './StoredRule.ts';

/** Rows of the table `rules`. */
export class RuleStore {
  /** In the order of evaluation; of all flags without `flags`. */
  async list(
    db: Queryable,
    { project, environment }: Place,
    flags?: string[],
  ): Promise<StoredRule[]> {
    const rows = await db.query(
      `SELECT * FROM rules
       WHERE project = $1 AND environment = $2
         AND ($3::text[] IS NULL OR flag = ANY($3))
       ORDER BY flag, position, id`,
      [project, environment, flags ?? null],
    );
    return rows.map(toRule);
  }

  async get(db: Queryable, id: string): Promise<StoredRule | undefined> {
    const [row] = await db.query('SELECT * FROM rules WHERE id = $1', [id]);
    return row && toRule(row);
  }

  async lock(tx: Queryable, id: string): Promise<StoredRule | undefined> {
    const [row] = await tx.query(
      'SELECT * FROM rules WHERE id = $1 FOR UPDATE',
      [id],
    );
    return row && toRule(row);
  }

  async insert(tx: Queryable, rule: StoredRule): Promise<void> {
    await tx.query(
      `INSERT INTO rules (id, project, environment, flag, name, position,
         enabled, conditions, serve, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        rule.id,
        rule.project,
        rule.environment,
        rule.flag,
        rule.name,
        rule.position,
        rule.enabled,
        JSON.stringify(rule.conditions),
        JSON.stringify(rule.serve),
        rule.createdAt,
      ],
    );
  }

  async update(tx: Queryable, rule: StoredRule): Promise<StoredRule> {
    const [row] = await tx.query(
      `UPDATE rules SET name = $2, position = $3, enabled = $4,
         conditions = $5, serve = $6, updated_at = $7, revision = revision + 1
       WHERE id = $1 RETURNING *`,
      [
        rule.id,
        rule.name,
        rule.position,
        rule.enabled,
        JSON.stringify(rule.conditions),
        JSON.stringify(rule.serve),
        rule.updatedAt,
      ],
    );
    return toRule(row!);
  }

  async remove(tx: Queryable, id: string): Promise<void> {
    await tx.query('DELETE FROM rules WHERE id = $1', [id]);
  }

  async lastPosition(
    tx: Queryable,
    { project, environment }: Place,
    flag: string,
  ): Promise<number> {
    const [row] = await tx.query<{ last: number | null }>(
      `SELECT max(position) AS last FROM rules
       WHERE project = $1 AND environment = $2 AND flag = $3`,
      [project, environment, flag],
    );
    return row?.last ?? -1;
  }
}

function toRule(row: Row): StoredRule {
  return {
    id: row.id as string,
    project: row.project as string,
    environment: row.environment as string,
    flag: row.flag as string,
    name: row.name as string,
    position: row.position as number,
    enabled: row.enabled as boolean,
    conditions: row.conditions as StoredRule['conditions'],
    serve: row.serve as StoredRule['serve'],
    revision: row.revision as number,
    createdAt: (row.created_at as Date).toISOString(),
    updatedAt: (row.updated_at as Date).toISOString(),
  };
}
