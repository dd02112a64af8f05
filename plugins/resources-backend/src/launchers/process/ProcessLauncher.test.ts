import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tempDir, type TempDir } from '@terrastage/local/testing';
import { eventually } from '../../testing/eventually';
import type { RunnerPresence } from '../Launcher';
import {
  ProcessLauncher,
  type ProcessLauncherOptions,
} from './ProcessLauncher';
import { processTable } from './processTable';
import { runFolder } from './runFolder';

jest.setTimeout(30_000);

const runner = {
  runId: '00000000-0000-4000-8000-000000000001',
  attempt: 1,
};
const request = {
  ...runner,
  token: 'a-token',
  owner: 'group:default/payments',
  type: 's3-bucket',
};

/** A runner that starts something which outlives it and, like Terraform, ends by itself when it is asked to. */
const WITH_CHILD = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, ['-e', process.argv[1]], { stdio: 'ignore' });
  setInterval(() => {}, 1000);
`;
const ENDS_ON_INT = `
  const fs = require('node:fs');
  process.on('SIGINT', () => { fs.appendFileSync('signals', 'INT '); process.exit(0); });
  fs.writeFileSync('ready', '');
  setInterval(() => {}, 1000);
`;
const IGNORES_INT = `
  const fs = require('node:fs');
  process.on('SIGINT', () => fs.appendFileSync('signals', 'INT '));
  fs.writeFileSync('ready', '');
  setInterval(() => {}, 1000);
`;

describe('ProcessLauncher', () => {
  let runs: TempDir;
  let launcher: ProcessLauncher;

  beforeEach(async () => {
    runs = await tempDir('terrastage-launcher-');
  });

  afterEach(async () => {
    await launcher.kill(runner);
    await runs.remove();
  });

  const create = (
    command: string[],
    overrides: Partial<ProcessLauncherOptions> = {},
  ) => {
    launcher = new ProcessLauncher({
      command,
      runsDir: runs.path,
      env: {},
      portalUrl: async () => 'http://127.0.0.1:1/runner',
      host: 'here',
      ...overrides,
    });
    return launcher;
  };

  const node = (script: string, ...args: string[]) => [
    process.execPath,
    '-e',
    script,
    ...args,
  ];

  const folder = () => runFolder(runs.path, runner);

  const becomes = (presence: RunnerPresence) =>
    eventually(async () => expect(await launcher.probe(runner)).toBe(presence));

  const fileIn = (name: string) =>
    eventually(() => readFile(path.join(folder().path, name), 'utf8'));

  const kill9 = async () => {
    const { pid } = JSON.parse(await readFile(folder().processFile, 'utf8'));
    process.kill(pid, 'SIGKILL');
  };

  it('gives the runner an environment of an allow-list, and no token in it', async () => {
    process.env.TERRASTAGE_TEST_SECRET = 'hunter2';
    process.env.AWS_REGION = 'eu-west-1';
    const initCacheDir = path.join(runs.path, 'cache');
    create(
      node(
        'require("fs").writeFileSync("env.json", JSON.stringify({ env: process.env, argv: process.argv }))',
      ),
      { env: { EXTRA: 'x', AWS_REGION: 'us-east-1' }, initCacheDir },
    );

    await launcher.launch(request);
    const { env, argv } = JSON.parse(
      await eventually(async () => {
        const text = await fileIn('env.json');
        JSON.parse(text);
        return text;
      }),
    );

    expect(env).toMatchObject({
      PATH: process.env.PATH,
      EXTRA: 'x',
      AWS_REGION: 'us-east-1',
      TERRASTAGE_PORTAL_URL: 'http://127.0.0.1:1/runner',
      TERRASTAGE_RUN_ID: runner.runId,
      TERRASTAGE_ATTEMPT: '1',
      TERRASTAGE_TOKEN_FILE: folder().tokenFile,
      TERRASTAGE_WORK_DIR: folder().work,
      TERRASTAGE_INIT_CACHE_DIR: initCacheDir,
      NODE_COMPILE_CACHE: path.join(initCacheDir, 'node'),
    });
    expect(env).not.toHaveProperty('TERRASTAGE_TEST_SECRET');
    expect(JSON.stringify([env, argv])).not.toContain(request.token);
  });

  it('lays the token down for its own user alone', async () => {
    await create(['sleep', '600']).launch(request);

    expect(await readFile(folder().tokenFile, 'utf8')).toBe(request.token);
    expect((await stat(folder().tokenFile)).mode & 0o777).toBe(0o600);
  });

  it('finds a runner again that another launcher started', async () => {
    await create(['sleep', '600']).launch(request);

    const later = create(['sleep', '600']);

    expect(await later.probe(runner)).toBe('running');
    await later.kill(runner);
    await becomes('gone');
  });

  it('says when a runner has ended', async () => {
    const ended = jest.fn();
    create(node('process.exit(3)')).onExit(ended);

    await launcher.launch(request);

    await eventually(async () => expect(ended).toHaveBeenCalled());
    expect(await launcher.probe(runner)).toBe('gone');
  });

  it('takes a process that was given the number since for another one', async () => {
    await create(['sleep', '600']).launch(request);
    const { processFile } = folder();
    const file = JSON.parse(await readFile(processFile, 'utf8'));
    await writeFile(
      processFile,
      JSON.stringify({ ...file, startTime: 'earlier' }),
    );

    expect(await launcher.probe(runner)).toBe('gone');
    await launcher.interrupt(runner);
    await launcher.kill(runner);
    process.kill(file.pid, 0);

    await writeFile(processFile, JSON.stringify(file));
    expect(await launcher.probe(runner)).toBe('running');
  });

  it('knows nothing of a runner whose launch was not completed', async () => {
    create(['sleep', '600']);

    expect(await launcher.probe(runner)).toBe('unknown');
  });

  it('asks what a killed runner left behind to end, with one signal', async () => {
    create(node(WITH_CHILD, ENDS_ON_INT));
    await launcher.launch(request);
    await fileIn('ready');
    await kill9();
    await becomes('orphaned');

    await launcher.interrupt(runner);

    await becomes('gone');
    expect(await fileIn('signals')).toBe('INT ');
  });

  it('ends what doesn’t listen', async () => {
    create(node(WITH_CHILD, IGNORES_INT));
    await launcher.launch(request);
    await fileIn('ready');
    await kill9();
    await becomes('orphaned');

    await launcher.interrupt(runner);
    expect(await fileIn('signals')).toBe('INT ');
    expect(await launcher.probe(runner)).toBe('orphaned');
    await launcher.kill(runner);

    await becomes('gone');
  });

  it('interrupts a living runner alone, which passes it on itself', async () => {
    create(node(`${WITH_CHILD} process.on('SIGINT', () => {});`, IGNORES_INT));
    await launcher.launch(request);
    await fileIn('ready');

    await launcher.interrupt(runner);

    expect(await launcher.probe(runner)).toBe('running');
    await expect(readFile(path.join(folder().path, 'signals'))).rejects.toThrow(
      'ENOENT',
    );
  });

  it('says what is wrong when the program is not there', async () => {
    create(['/does/not/exist']);

    await expect(launcher.launch(request)).rejects.toThrow(
      /spawn \/does\/not\/exist ENOENT/,
    );
  });

  it('leaves no runner that it could not find again', async () => {
    const processes = processTable();
    let started = 0;
    create(['sleep', '600'], {
      processes: {
        ...processes,
        get: async pid => {
          started = pid;
          throw new Error('no space left on device');
        },
      },
    });

    await expect(launcher.launch(request)).rejects.toThrow('no space left');

    await eventually(async () => {
      const info = await processes.get(started);
      expect(info === undefined || info.zombie).toBe(true);
    });
    create(['sleep', '600']);
  });

  it('finds states that could not be saved', async () => {
    create(['sleep', '600']);
    await launcher.launch(request);
    const errored = path.join(folder().work, 'errored.tfstate');
    await writeFile(errored, '{}');

    expect(await launcher.findErroredStates(runner)).toEqual([errored]);
    expect(await launcher.findErroredStates({ ...runner, attempt: 9 })).toEqual(
      [],
    );
  });
});

describe('processTable', () => {
  it.each(['linux', 'darwin'] as const)(
    'knows this process as %s tells it',
    async platform => {
      const table = processTable(platform);

      const self = await table.get(process.pid);
      const all = await table.list();

      expect(self).toMatchObject({ pid: process.pid, zombie: false });
      expect(all.find(({ pid }) => pid === process.pid)).toEqual(self);
      expect(await table.get(4_000_000)).toBeUndefined();
    },
  );
});
