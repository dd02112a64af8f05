import type { Queryable, Row } from '@togglemaster/kit';
import type { Environment, Project } from './Project.ts';

/** Rows of the tables `projects` and `environments`. */
export class ProjectStore {
  async list(db: Queryable): Promise<Project[]> {
    return (await db.query('SELECT * FROM projects ORDER BY key')).map(
      toProject,
    );
  }

  /** @throws a unique violation when the key is taken */
  async insert(tx: Queryable, project: Project): Promise<void> {
    await tx.query(
      'INSERT INTO projects (key, name, created_at) VALUES ($1, $2, $3)',
      [project.key, project.name, project.createdAt],
    );
  }

  /** Locks it against changes, so that flags and environments fit together. */
  async lock(tx: Queryable, key: string): Promise<Project | undefined> {
    const [row] = await tx.query(
      'SELECT * FROM projects WHERE key = $1 FOR UPDATE',
      [key],
    );
    return row && toProject(row);
  }

  async environments(db: Queryable, project: string): Promise<Environment[]> {
    const rows = await db.query(
      'SELECT * FROM environments WHERE project = $1 ORDER BY created_at, key',
      [project],
    );
    return rows.map(toEnvironment);
  }

  async environment(
    db: Queryable,
    project: string,
    key: string,
  ): Promise<Environment | undefined> {
    const [row] = await db.query(
      'SELECT * FROM environments WHERE project = $1 AND key = $2',
      [project, key],
    );
    return row && toEnvironment(row);
  }

  /** Flags that exist are off in a new environment. */
  async insertEnvironment(tx: Queryable, given: Environment): Promise<void> {
    await tx.query(
      `INSERT INTO environments (project, key, name, protected, created_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [given.project, given.key, given.name, given.protected, given.createdAt],
    );
    await tx.query(
      `INSERT INTO flag_settings (flag_id, environment, enabled,
         default_variant, off_variant, prerequisites)
       SELECT DISTINCT ON (f.id) f.id, $2, false, s.default_variant,
         s.off_variant, '[]'::jsonb
       FROM flags f JOIN flag_settings s ON s.flag_id = f.id
       WHERE f.project = $1 ORDER BY f.id, s.environment`,
      [given.project, given.key],
    );
  }

  async flagKeys(tx: Queryable, project: string): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(
      'SELECT key FROM flags WHERE project = $1 ORDER BY key',
      [project],
    );
    return rows.map(({ key }) => key);
  }

  async updateEnvironment(tx: Queryable, given: Environment): Promise<void> {
    await tx.query(
      `UPDATE environments SET name = $3, protected = $4
       WHERE project = $1 AND key = $2`,
      [given.project, given.key, given.name, given.protected],
    );
  }
}

const iso = (value: unknown) => (value as Date).toISOString();

function toProject(row: Row): Project {
  return {
    key: row.key as string,
    name: row.name as string,
    createdAt: iso(row.created_at),
  };
}

function toEnvironment(row: Row): Environment {
  return {
    project: row.project as string,
    key: row.key as string,
    name: row.name as string,
    protected: row.protected as boolean,
    createdAt: iso(row.created_at),
  };
}
