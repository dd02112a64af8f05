import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { isAlive } from '../system/isAlive';
import { tempDir, type TempDir } from '../system/tempDir';
import { startPostgres, type Postgres } from './startPostgres';

jest.setTimeout(60_000);

async function query(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function untilGone(pid: number) {
  for (let i = 0; i < 200 && isAlive(pid); i++) await sleep(50);
  return !isAlive(pid);
}

describe('startPostgres', () => {
  let folder: TempDir;
  let started: Postgres[];

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await chmod(folder.path, 0o711);
    started = [];
  });

  afterEach(async () => {
    await Promise.all(started.map(postgres => postgres.stop()));
    await folder.remove();
  });

  async function start(dataDir?: string) {
    const postgres = await startPostgres({ dataDir });
    started.push(postgres);
    return postgres;
  }

  it('makes databases that take connections', async () => {
    const postgres = await start();

    const url = await postgres.createDatabase('shop');

    expect(await query(url, 'select current_database() as name')).toEqual([
      { name: 'shop' },
    ]);
  });

  it('leaves no process behind when it is stopped', async () => {
    const postgres = await start();

    await postgres.stop();

    expect(isAlive(postgres.pid)).toBe(false);
  });

  it('keeps what a data folder holds', async () => {
    const dataDir = join(folder.path, 'data');
    const first = await start(dataDir);
    await query(first.connectionString, 'create table kept (id int)');
    await first.stop();

    const second = await start(dataDir);

    expect(await query(second.connectionString, 'select * from kept')).toEqual(
      [],
    );
  });

  it('ends by itself when its parent is killed', async () => {
    const parent = spawnParent(join(folder.path, 'data'));
    const { pid } = await parent.answer;

    parent.process.kill('SIGKILL');

    expect(await untilGone(pid)).toBe(true);
  });

  it('stops a server that was left behind on its data folder', async () => {
    const dataDir = join(folder.path, 'data');
    const parent = spawnParent(dataDir);
    const { pid, supervisor } = await parent.answer;
    process.kill(supervisor, 'SIGKILL');
    parent.process.kill('SIGKILL');
    await untilGone(supervisor);
    expect(isAlive(pid)).toBe(true);

    const next = await start(dataDir);

    expect(isAlive(pid)).toBe(false);
    expect(await query(next.connectionString, 'select 1 as one')).toEqual([
      { one: 1 },
    ]);
  });
});

function spawnParent(dataDir: string) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      '-e',
      `require(${JSON.stringify(require.resolve('./startPostgres'))})
        .startPostgres({ dataDir: ${JSON.stringify(dataDir)} })
        .then(({ pid, supervisor }) =>
          console.log(JSON.stringify({ pid, supervisor })));
       setInterval(() => {}, 1000);`,
    ],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const answer = once(createInterface(child.stdout), 'line').then(
    ([line]) => JSON.parse(line) as { pid: number; supervisor: number },
  );
  return { process: child, answer };
}
