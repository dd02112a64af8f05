import {
  chmod,
  chown,
  mkdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { run } from '../process/run.ts';
import {
  startSupervised,
  type Supervised,
} from '../process/startSupervised.ts';
import { createDatabase } from './createDatabase.ts';
import { postgresBinaries } from './postgresBinaries.ts';

export type PostgresOptions = {
  /** Its data and log lie below; kept between starts. */
  folder: string;
  port: number;
  password: string;
};

export type Postgres = Supervised & {
  /** Makes the database where it is not there. */
  database(name: string): Promise<string>;
};

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL on loopback. */
export async function startPostgres(
  options: PostgresOptions,
): Promise<Postgres> {
  const { folder, port, password } = options;
  const { postgres, initdb } = await postgresBinaries();
  const data = join(folder, 'postgres');
  const logFile = join(folder, 'postgres.log');
  const owner = await ownerIds();
  await mkdir(folder, { recursive: true });
  if (!(await exists(join(data, 'PG_VERSION')))) {
    await initialise({ initdb, data, folder, password, owner });
  }
  const url = (name: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...FAST,
  ];
  const server = await startSupervised({
    name: 'PostgreSQL',
    file: postgres,
    args: [
      ...['-D', data, '-p', String(port)],
      ...settings.flatMap(setting => ['-c', setting]),
    ],
    cwd: data,
    ...owner,
    logFile,
    ready: () => canConnect(url('postgres')),
  });
  return {
    ...server,
    database: async name => {
      await createDatabase(url('postgres'), name);
      return url(name);
    },
  };
}

async function initialise(options: {
  initdb: string;
  data: string;
  folder: string;
  password: string;
  owner: Owner;
}) {
  const { initdb, data, folder, password, owner } = options;
  const passwordFile = join(folder, 'postgres.password');
  await rm(data, { recursive: true, force: true });
  await mkdir(data);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined) {
    await chmod(folder, 0o711);
    await chown(data, owner.uid, owner.gid!);
    await chown(passwordFile, owner.uid, owner.gid!);
  }
  await run(
    initdb,
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { cwd: data, ...owner },
  );
  await rm(passwordFile);
}

type Owner = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: then it runs as somebody harmless. */
async function ownerIds(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map(line => line.split(':'));
  const user =
    users.find(([name]) => name === 'postgres') ??
    users.find(([name]) => name === 'nobody');
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : {};
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } finally {
    await client.end();
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
