import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { seedPeople } from '../cognito/seedPeople';
import {
  startLocalCognito,
  type LocalCognito,
} from '../cognito/startLocalCognito';
import { packageRoot, repositoryRoot } from '../system/paths';
import { tempDir, type TempDir } from '../system/tempDir';

jest.setTimeout(120_000);

type Ended = { code: number; out: string; err: string };

describe('npm run users', () => {
  let folder: TempDir;
  let cognito: LocalCognito;

  beforeAll(async () => {
    folder = await tempDir('terrastage-users-');
    cognito = await startLocalCognito();
    await seedPeople({
      cognito,
      root: repositoryRoot,
      files: ['catalog/users.yaml', 'catalog/groups.yaml'],
    });
    const configFile = join(folder.path, 'app-config.generated.yaml');
    const { url, userPoolId } = cognito;
    await writeFile(
      configFile,
      stringify({
        terrastage: {
          users: { cognito: { userPoolId, region: 'local', endpoint: url } },
        },
      }),
    );
    await writeFile(
      join(folder.path, 'started.json'),
      JSON.stringify({ cognitoUrl: url, configFiles: [configFile] }),
    );
  });

  beforeEach(async () => {
    await writeFile(join(folder.path, 'start.pid'), String(process.pid));
  });

  afterAll(async () => {
    await cognito.stop();
    await folder.remove();
  });

  function users(...args: string[]): Promise<Ended> {
    const { NODE_ENV, NODE_OPTIONS, JEST_WORKER_ID, ...env } = process.env;
    return new Promise(resolve => {
      execFile(
        process.execPath,
        [
          join(packageRoot, 'bin', 'terrastage.mjs'),
          'users',
          '--run-dir',
          folder.path,
          ...args,
        ],
        // A profile of the shell that has ended must not matter.
        { cwd: repositoryRoot, env: { ...env, AWS_PROFILE: 'gone' } },
        (error, out, err) =>
          resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });
  }

  it('finds the pool of a start that runs', async () => {
    const { code, out } = await users('list');

    expect(code).toBe(0);
    expect(out).toMatch(/bruno@terrastage.example .* payments, team-leads/);
  });

  it('writes a new password into a file only when told to', async () => {
    const refused = await users('reset-password', 'ana');
    const given = await users('reset-password', 'ana', '--print-password');

    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('--print-password'),
    });
    expect(given.out).toContain('Temporary password of ana@terrastage.example');
  });

  it('asks which pool when no start runs', async () => {
    await writeFile(join(folder.path, 'start.pid'), '');

    const { code, err } = await users('list');

    expect(code).toBe(1);
    expect(err).toContain('Which user pool?');
  });
});
