import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database, Queryable } from './Database.ts';

const FILE = /^\d{4}_[a-z0-9_]+\.sql$/;
/** Any number, the same in all services: it is a lock within one database. */
const LOCK = 7_102_001;

type Migration = { name: string; sql: string; digest: string };

/**
 * Brings a database up to date: each file of the folders once, by name, all in
 * one transaction. There is no way back but a new file. Several replicas may
 * call it at once.
 *
 * @throws Error when a file was changed after it ran, or when the database has
 * had a file that this version of the program does not know
 */
export async function migrate(
  db: Database,
  ...folders: URL[]
): Promise<string[]> {
  // In a built service all of them are in one folder.
  const apart = [...new Set(folders.map(String))].map(text => new URL(text));
  const lists = await Promise.all(apart.map(readMigrations));
  const migrations = lists
    .flat()
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return db.transaction(async tx => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         name text PRIMARY KEY,
         digest text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    const done = await appliedIn(tx);
    assertKnown(done, migrations);
    const pending = migrations.filter(({ name }) => !done.has(name));
    for (const { name, sql, digest } of pending) {
      await tx.query(sql);
      await tx.query(
        'INSERT INTO schema_migrations (name, digest) VALUES ($1, $2)',
        [name, digest],
      );
    }
    return pending.map(({ name }) => name);
  });
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => FILE.test(name));
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, digest: hash('sha256', sql, 'hex') };
    }),
  );
}

async function appliedIn(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM schema_migrations',
  );
  return new Map(rows.map(row => [row.name, row.digest]));
}

function assertKnown(done: Map<string, string>, migrations: Migration[]) {
  for (const [name, digest] of done) {
    const file = migrations.find(migration => migration.name === name);
    if (!file) {
      throw new Error(
        `The database is newer than this program: it has had the migration ${name}. Run a version that knows it`,
      );
    }
    if (file.digest !== digest) {
      throw new Error(
        `The migration ${name} was changed after it ran. Restore the file and write a new one`,
      );
    }
  }
}
