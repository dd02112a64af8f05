import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fakeProgram, repositoryRoot } from '@terrastage/local/testing';
import { deployPath } from '../../deployPath';
import { Helm } from '../../__testUtils__/Helm';
import { Installation } from '../../__testUtils__/Installation';

jest.setTimeout(60_000);

const ID = 'terrastage-123456789012';

/** All that there is left of a platform whose destroy was interrupted at its end. */
const LEFT = {
  stacks: { bootstrap: '{}' },
  buckets: [`${ID}-platform-state`],
  objects: ['bootstrap/terraform.tfstate'],
};

let helm: Helm;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
});

afterAll(async () => {
  await helm?.remove();
});

beforeEach(async () => {
  installation = await Installation.create(helm.program);
});

afterEach(async () => {
  await installation.remove();
});

/** The program as the door starts it. */
function start(...args: string[]) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      deployPath('src/install/program/main.ts'),
      'platform.yaml',
      '--work-dir',
      'work',
      ...args,
    ],
    {
      cwd: repositoryRoot,
      env: { PATH: installation.bin, INIT_CWD: installation.path },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  child.stdout!.on('data', chunk => (said += chunk));
  child.stderr!.on('data', chunk => (said += chunk));
  return {
    child,
    ended: once(child, 'exit').then(([code]) => ({ code, said })),
  };
}

describe('the program behind install.sh', () => {
  it('asks for the name of what is taken away', async () => {
    await installation.world(LEFT);

    const { child, ended } = start('--destroy');
    child.stdin!.end(`${ID}\n`);

    const { code, said } = await ended;
    expect(said).toContain(`Type ${ID} to go on`);
    expect(said).toContain('It is gone');
    expect(code).toBe(0);
  });

  it('takes nothing away where nobody is there to answer', async () => {
    await installation.world(LEFT);

    const { child, ended } = start('--destroy');
    child.stdin!.end();

    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain('Nothing was taken away.');
  });

  it.each<[string, (child: ReturnType<typeof start>['child']) => void]>([
    [
      'Ctrl-C, pressed twice',
      child => {
        child.kill('SIGINT');
        child.kill('SIGINT');
      },
    ],
    [
      'the end of its terminal, which it cannot talk to any more',
      child => {
        child.stdout!.destroy();
        child.kill('SIGHUP');
      },
    ],
    ['the death of the door', child => child.disconnect()],
  ])('asks Terraform to end, once, at %s', async (_what, stop) => {
    await installation.world({
      faults: [
        {
          on: 'terraform apply',
          in: 'bootstrap',
          says: 'Still creating...',
          hangs: true,
        },
      ],
    });

    const { child, ended } = start();
    const stopped = new Promise<void>(done => {
      child.stdout!.on('data', chunk => {
        if (!`${chunk}`.includes('Still creating')) return;
        stop(child);
        done();
      });
    });
    await stopped;

    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain('it goes on where this ended');
    expect(
      (await installation.calls()).filter(({ line }) =>
        line.startsWith('SIGINT'),
      ),
    ).toHaveLength(1);
  });

  it('ends with 2 and its use for wrong arguments', async () => {
    const { code, said } = await start('--destory').ended;

    expect(code).toBe(2);
    expect(said).toContain("Unknown option '--destory'");
    expect(said).toContain('Usage: deploy/install.sh');
  });
});

describe('install.sh', () => {
  it('hands all to the door, wherever it is called from', async () => {
    await fakeProgram(
      join(installation.bin, 'node'),
      'echo "$INIT_CWD"; for arg; do echo "$arg"; done; exit 3',
    );

    const { status, stdout } = spawnSync(
      deployPath('install.sh'),
      ['platform.yaml', '--work-dir', 'a b'],
      {
        cwd: installation.path,
        env: { PATH: `${installation.bin}:/usr/bin:/bin` },
        encoding: 'utf8',
      },
    );

    const [cwd, door, ...args] = stdout.trim().split('\n');
    expect(status).toBe(3);
    expect(cwd).toBe(installation.path);
    expect(resolve(door)).toBe(
      join(repositoryRoot, 'packages/local/bin/terrastage.mjs'),
    );
    expect(args).toEqual(['install', 'platform.yaml', '--work-dir', 'a b']);
  });
});
