import type { Queryable, Row } from '@togglemaster/kit';
import type { FlagState } from '@togglemaster/rules';
import type { Flag, Settings } from './Flag.ts';

export type FlagFilter = {
  project: string;
  tag?: string;
  search?: string;
  limit: number;
  /** The key after which the list goes on. */
  after?: string;
};

const WITH_SETTINGS = `
  SELECT f.*, (
    SELECT jsonb_object_agg(s.environment, jsonb_build_object(
      'enabled', s.enabled, 'defaultVariant', s.default_variant,
      'offVariant', s.off_variant, 'prerequisites', s.prerequisites,
      'revision', s.revision))
    FROM flag_settings s WHERE s.flag_id = f.id
  ) AS environments FROM flags f`;

/** Rows of the tables `flags` and `flag_settings`. */
export class FlagStore {
  async list(db: Queryable, filter: FlagFilter): Promise<Flag[]> {
    const rows = await db.query(
      `${WITH_SETTINGS}
       WHERE f.project = $1
         AND ($2::text IS NULL OR $2 = ANY(f.tags))
         AND ($3::text IS NULL OR strpos(lower(f.key), lower($3)) > 0)
         AND ($4::text IS NULL OR f.key > $4)
       ORDER BY f.key LIMIT $5`,
      [
        filter.project,
        filter.tag ?? null,
        filter.search ?? null,
        filter.after ?? null,
        filter.limit,
      ],
    );
    return rows.map(toFlag);
  }

  async get(db: Queryable, id: string): Promise<Flag | undefined> {
    const [row] = await db.query(`${WITH_SETTINGS} WHERE f.id = $1`, [id]);
    return row && toFlag(row);
  }

  /** Locks it, so that a revision that was read is the one that is changed. */
  async lock(tx: Queryable, id: string): Promise<Flag | undefined> {
    await tx.query('SELECT 1 FROM flags WHERE id = $1 FOR UPDATE', [id]);
    return this.get(tx, id);
  }

  /** {@link lock} of many, always in the same order. */
  async lockKeys(
    tx: Queryable,
    project: string,
    keys: string[],
  ): Promise<Flag[]> {
    await tx.query(
      `SELECT 1 FROM flags WHERE project = $1 AND key = ANY($2)
       ORDER BY id FOR UPDATE`,
      [project, keys],
    );
    return this.byKeys(tx, project, keys);
  }

  async byKeys(
    db: Queryable,
    project: string,
    keys: string[],
  ): Promise<Flag[]> {
    const rows = await db.query(
      `${WITH_SETTINGS} WHERE f.project = $1 AND f.key = ANY($2)`,
      [project, keys],
    );
    return rows.map(toFlag);
  }

  /** @throws a unique violation when the key is taken */
  async insert(tx: Queryable, flag: Flag): Promise<void> {
    await tx.query(
      `INSERT INTO flags (id, project, key, type, description, variants, tags,
         permanent, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [
        flag.id,
        flag.project,
        flag.key,
        flag.type,
        flag.description,
        JSON.stringify(flag.variants),
        flag.tags,
        flag.permanent,
        flag.createdAt,
      ],
    );
    for (const [environment, settings] of Object.entries(flag.environments)) {
      await tx.query(
        `INSERT INTO flag_settings (flag_id, environment, enabled,
           default_variant, off_variant, prerequisites)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [flag.id, environment, ...settingsValues(settings)],
      );
    }
  }

  async update(tx: Queryable, flag: Flag): Promise<void> {
    await tx.query(
      `UPDATE flags SET description = $2, variants = $3, tags = $4,
         permanent = $5, updated_at = $6, revision = revision + 1
       WHERE id = $1`,
      [
        flag.id,
        flag.description,
        JSON.stringify(flag.variants),
        flag.tags,
        flag.permanent,
        flag.updatedAt,
      ],
    );
  }

  async updateSettings(
    tx: Queryable,
    id: string,
    environment: string,
    settings: Settings,
  ): Promise<void> {
    await tx.query(
      `UPDATE flag_settings SET enabled = $3, default_variant = $4,
         off_variant = $5, prerequisites = $6, revision = revision + 1
       WHERE flag_id = $1 AND environment = $2`,
      [id, environment, ...settingsValues(settings)],
    );
  }

  async remove(tx: Queryable, id: string): Promise<void> {
    await tx.query('DELETE FROM flags WHERE id = $1', [id]);
  }

  /** What evaluation needs of an environment; all flags without `keys`. */
  async states(
    db: Queryable,
    project: string,
    environment: string,
    keys?: string[],
  ): Promise<FlagState[]> {
    const rows = await db.query(
      `SELECT f.key, f.type, f.variants, s.enabled, s.default_variant,
              s.off_variant, s.prerequisites
       FROM flags f JOIN flag_settings s ON s.flag_id = f.id
       WHERE f.project = $1 AND s.environment = $2
         AND ($3::text[] IS NULL OR f.key = ANY($3))`,
      [project, environment, keys ?? null],
    );
    return rows.map(row => ({
      key: row.key as string,
      type: row.type as FlagState['type'],
      variants: row.variants as FlagState['variants'],
      enabled: row.enabled as boolean,
      defaultVariant: row.default_variant as string,
      offVariant: row.off_variant as string,
      prerequisites: row.prerequisites as FlagState['prerequisites'],
    }));
  }
}

function settingsValues(settings: Settings): unknown[] {
  return [
    settings.enabled,
    settings.defaultVariant,
    settings.offVariant,
    JSON.stringify(settings.prerequisites),
  ];
}

function toFlag(row: Row): Flag {
  return {
    id: row.id as string,
    project: row.project as string,
    key: row.key as string,
    type: row.type as Flag['type'],
    description: row.description as string,
    variants: row.variants as Flag['variants'],
    tags: row.tags as string[],
    permanent: row.permanent as boolean,
    revision: row.revision as number,
    createdAt: (row.created_at as Date).toISOString(),
    updatedAt: (row.updated_at as Date).toISOString(),
    environments: (row.environments ?? {}) as Flag['environments'],
  };
}
