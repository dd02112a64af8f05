import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createProgress } from '../../progress/createProgress';
import { freePort } from '../../system/freePort';
import { tempDir, type TempDir } from '../../system/tempDir';
import { Shutdown } from '../Shutdown';
import type { StartContext } from '../StartContext';
import { startDatabase } from './startDatabase';

jest.setTimeout(60_000);

describe('startDatabase', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await chmod(folder.path, 0o711);
    await mkdir(join(folder.path, 'logs'));
    await mkdir(join(folder.path, 'runs', 'run-of-an-earlier-start'), {
      recursive: true,
    });
  });

  afterEach(async () => {
    await folder.remove();
  });

  /** Starts, runs a statement, and stops, as one `npm start` does. */
  async function oneStart(aws: 'local' | 'real', sql: string) {
    const shutdown = new Shutdown(() => {});
    const context = {
      runDir: folder.path,
      progress: createProgress({ out: { write: () => {} } }),
      shutdown,
      settings: { aws },
      ports: { postgres: await freePort() },
    } as unknown as StartContext;
    await startDatabase(context);
    const client = new Client(context.postgres!.connectionString);
    try {
      await client.connect();
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
      await shutdown.run();
    }
  }

  const MAKE = 'create table inventory (id int)';
  const LOOK = `select count(*)::int as tables from pg_tables where tablename = 'inventory'`;

  it('keeps the inventory of real AWS from one start to the next', async () => {
    await oneStart('real', MAKE);

    const found = await oneStart('real', LOOK);

    expect(found).toEqual([{ tables: 1 }]);
    expect(await readdir(join(folder.path, 'runs'))).toHaveLength(1);
  });

  it('begins anew where the AWS does', async () => {
    await oneStart('local', MAKE);

    const found = await oneStart('local', LOOK);

    expect(found).toEqual([{ tables: 0 }]);
    expect(await readdir(folder.path)).not.toContain('runs');
  });

  it('does not touch the kept inventory in a local start', async () => {
    await oneStart('real', MAKE);
    await oneStart('local', MAKE);

    expect(await oneStart('real', LOOK)).toEqual([{ tables: 1 }]);
  });
});
