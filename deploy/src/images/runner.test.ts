import { spawnSync } from 'node:child_process';
import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildRunner,
  createProgress,
  findTerraform,
  repositoryRoot,
  runProgram,
  tempDir,
  terraformCliConfig,
  type TempDir,
} from '@terrastage/local/testing';
import { fetchProvider } from '@terrastage/local/tools';
import { deployPath } from '../deployPath';
import { imageUser } from '../__testUtils__/imageUser';

jest.setTimeout(5 * 60_000);

let folder: TempDir;

beforeAll(async () => {
  folder = await tempDir('terrastage-runner-image-');
  await chmod(folder.path, 0o555);
});

afterAll(async () => {
  await chmod(folder.path, 0o755);
  await folder.remove();
});

describe('the program of the runner image', () => {
  const at = (name: string) => join(folder.path, name);

  beforeAll(async () => {
    const context: Parameters<typeof buildRunner>[0] = {
      root: repositoryRoot,
      home: join(repositoryRoot, '.terrastage'),
      progress: createProgress({ out: { write: () => undefined } }),
    };
    await buildRunner(context);
    await chmod(folder.path, 0o755);
    await copyFile(context.runnerProgram!, at('terraform-runner.cjs'));
    await copyFile(process.execPath, at('node'));
    await chmod(folder.path, 0o555);
  });

  function run(env: Record<string, string>) {
    return spawnSync(at('node'), [at('terraform-runner.cjs')], {
      ...imageUser(),
      cwd: folder.path,
      env: { NODE_ENV: 'production', ...env },
      encoding: 'utf8',
    });
  }

  it('runs without root in a tree that is read-only, and says which settings are missing', () => {
    const { status, stderr } = run({});

    expect(status).toBe(2);
    expect(stderr).toContain('wrong settings');
    expect(stderr).toContain('TERRASTAGE_PORTAL_URL');
  });

  it('says so when there is no token', () => {
    const { status, stderr } = run({
      TERRASTAGE_PORTAL_URL: 'http://127.0.0.1:9/api/resources/v1/runner',
      TERRASTAGE_RUN_ID: 'a',
      TERRASTAGE_ATTEMPT: '1',
      TERRASTAGE_TOKEN_FILE: at('token'),
      TERRASTAGE_WORK_DIR: at('work'),
    });

    expect(status).toBe(2);
    expect(stderr).toContain(at('token'));
  });
});

describe('the CLI configuration of the runner image', () => {
  let work: TempDir;
  let terraform: string;
  let rc: string;

  beforeAll(async () => {
    work = await tempDir('terrastage-runner-rc-');
    terraform = (await findTerraform())!.path;
    let { mirror } = await terraformCliConfig(work.path, { env: {} });
    if (!mirror) {
      mirror = join(work.path, 'providers');
      await fetchProvider(terraform, mirror);
    }
    rc = join(work.path, 'image.rc');
    const text = await readFile(
      deployPath('images/runner/terraform.rc'),
      'utf8',
    );
    await writeFile(rc, text.replace('/opt/terrastage/providers', mirror));
  });

  afterAll(async () => {
    await work.remove();
  });

  async function init(provider: string) {
    const { path, remove } = await tempDir('terrastage-runner-init-');
    try {
      await writeFile(
        join(path, 'main.tf.json'),
        JSON.stringify({
          terraform: { required_providers: { a: { source: provider } } },
        }),
      );
      await runProgram(terraform, ['init', '-input=false', '-no-color'], {
        cwd: path,
        env: { PATH: process.env.PATH, HOME: path, TF_CLI_CONFIG_FILE: rc },
      });
    } finally {
      await remove();
    }
  }

  it('finds the AWS provider in the mirror', async () => {
    await expect(init('hashicorp/aws')).resolves.toBeUndefined();
  });

  it('finds no other, and asks no registry', async () => {
    await expect(init('hashicorp/random')).rejects.toThrow(
      /was not\s+found in any of the search locations/,
    );
  });
});
