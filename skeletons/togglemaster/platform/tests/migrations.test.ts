import { Database, migrate, type Problem } from '@togglemaster/kit';
import {
  freePort,
  newSecrets,
  startPostgres,
  type Postgres,
} from '@togglemaster/local';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

let root: string;
let postgres: Postgres;
let db: Database;
let folder: string;
let count = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'togglemaster-migrations-'));
  postgres = await startPostgres({
    folder: root,
    port: await freePort(),
    password: newSecrets().postgresPassword,
  });
});
after(async () => {
  await db?.close();
  await postgres?.stop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  await db?.close();
  count += 1;
  db = new Database({ url: await postgres.database(`test${count}`) });
  folder = await mkdtemp(join(root, 'sql-'));
});

const write = (name: string, sql: string) => writeFile(join(folder, name), sql);
const run = () => migrate(db, pathToFileURL(`${folder}/`));

describe('migrations', () => {
  it('run once each, in the order of their names', async () => {
    await write('0002_add.sql', 'ALTER TABLE a ADD COLUMN y int');
    await write('0001_make.sql', 'CREATE TABLE a (x int)');

    assert.deepEqual(await run(), ['0001_make.sql', '0002_add.sql']);
    assert.deepEqual(await run(), []);
  });

  it('run once when several replicas start at the same time', async () => {
    await write('0001_make.sql', 'CREATE TABLE a (x int)');

    const done = await Promise.all([run(), run(), run()]);

    assert.deepEqual(done.flat(), ['0001_make.sql']);
  });

  it('leave nothing behind when one fails', async () => {
    await write('0001_make.sql', 'CREATE TABLE a (x int)');
    await write('0002_wrong.sql', 'CREATE TABEL b');

    await assert.rejects(run());

    const [row] = await db.query("SELECT to_regclass('a') AS found");
    assert.equal(row?.found, null);
  });

  it('refuse a file that was changed after it ran', async () => {
    await write('0001_make.sql', 'CREATE TABLE a (x int)');
    await run();
    await write('0001_make.sql', 'CREATE TABLE a (x bigint)');

    await assert.rejects(run(), /0001_make.sql was changed after it ran/);
  });

  it('refuse a database that is newer than the program', async () => {
    await write('0001_make.sql', 'CREATE TABLE a (x int)');
    await run();
    await rm(join(folder, '0001_make.sql'));

    await assert.rejects(run(), /newer than this program/);
  });
});

describe('the database', () => {
  it('takes back what a failed transaction did', async () => {
    await db.query('CREATE TABLE a (x int)');

    await assert.rejects(
      db.transaction(async tx => {
        await tx.query('INSERT INTO a VALUES (1)');
        throw new Error('no');
      }),
    );

    assert.deepEqual(await db.query('SELECT * FROM a'), []);
  });

  it('does both of two that wait for each other', async () => {
    await db.query('CREATE TABLE a (id int PRIMARY KEY, count int)');
    await db.query('INSERT INTO a VALUES (1, 0), (2, 0)');
    let begun = 0;
    const bothBegun = Promise.withResolvers<void>();
    const add = (order: number[]) =>
      db.transaction(async tx => {
        for (const id of order) {
          await tx.query('UPDATE a SET count = count + 1 WHERE id = $1', [id]);
          begun += 1;
          if (begun === 2) bothBegun.resolve();
          await bothBegun.promise;
        }
      });

    await Promise.all([add([1, 2]), add([2, 1])]);

    const rows = await db.query('SELECT count FROM a');
    assert.deepEqual(rows, [{ count: 2 }, { count: 2 }]);
    // One of them began anew.
    assert.ok(begun > 4);
  });

  it('is 503 when a transaction ends in a deadlock each time', async () => {
    let times = 0;

    await assert.rejects(
      db.transaction(async tx => {
        times += 1;
        await tx.query("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
      }),
      (error: Problem) =>
        error.status === 503 && error.headers['retry-after'] === '2',
    );
    assert.equal(times, 3);
  });

  it('is 503 while it is away', async () => {
    const away = new Database({
      url: `postgres://x:y@127.0.0.1:${await freePort()}/z`,
    });

    await assert.rejects(
      away.ping(),
      (error: { status?: number }) => error.status === 503,
    );
    await away.close();
  });
});
