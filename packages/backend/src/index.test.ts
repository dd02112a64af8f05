import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { startPostgres, type Postgres } from '@terrastage/local/testing';

jest.setTimeout(300_000);

const root = resolve(__dirname, '../../..');

describe('a portal with a wrong configuration', () => {
  let folder: string;
  let postgres: Postgres;

  beforeEach(async () => {
    postgres = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'terrastage-backend-'));
  });

  afterEach(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends, and its last words have the path of the key', async () => {
    const config = join(folder, 'app-config.wrong.json');
    await writeFile(
      config,
      JSON.stringify({
        backend: {
          listen: { host: '127.0.0.1', port: 0 },
          database: { client: 'pg', connection: postgres.connectionString },
        },
        resources: { environments: { dev: { region: 'the moon' } } },
      }),
    );

    const portal = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        '--config',
        join(root, 'app-config.yaml'),
        '--config',
        config,
      ],
      {
        cwd: join(root, 'packages', 'backend'),
        env: { PATH: process.env.PATH, NODE_ENV: 'development' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const [[code], words] = await Promise.all([
      once(portal, 'exit'),
      text(portal.stderr),
    ]);

    expect(code).toBe(1);
    expect(words).toMatch(
      /The portal cannot start\.[^]*'resources' is not valid: environments\.dev\.region: must be an AWS region/,
    );
  });
});
