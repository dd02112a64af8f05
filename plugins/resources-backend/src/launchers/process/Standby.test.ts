import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { tempDir, type TempDir } from '@terrastage/local/testing';
import { eventually } from '../../testing/eventually';
import { ProcessLauncher } from './ProcessLauncher';
import { runFolder } from './runFolder';
import { Standby } from './Standby';

jest.setTimeout(30_000);

const runner = { runId: '00000000-0000-4000-8000-000000000001', attempt: 1 };
const request = {
  ...runner,
  token: 'a-token',
  owner: 'group:default/payments',
  type: 's3-bucket',
};

/** Says which process it is as soon as it waits, and with its environment when it is told to begin or has a run. */
const RUNNER = `
  const fs = require('node:fs');
  const begin = (env, standby) => {
    fs.writeFileSync('begun.new', JSON.stringify({ env, standby, pid: process.pid }));
    fs.renameSync('begun.new', 'begun');
  };
  if (process.argv.includes('--standby')) {
    fs.writeFileSync('ready', String(process.pid));
    let text = '';
    process.stdin.on('data', data => { text += data; });
    process.stdin.on('end', () => text ? begin({ ...process.env, ...JSON.parse(text) }, true) : process.exit());
  } else {
    begin(process.env, false);
  }
  setInterval(() => {}, 1000);
`;

describe('Standby', () => {
  let runs: TempDir;
  let launcher: ProcessLauncher;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    logger.warn.mockClear();
    runs = await tempDir('terrastage-standby-');
  });

  afterEach(async () => {
    await launcher.stop();
    await launcher.kill(runner);
    await runs.remove();
  });

  const create = (
    command: string[],
    portalUrl = async () => 'http://127.0.0.1:1/runner',
  ) => {
    const options = { command, runsDir: runs.path, env: { EXTRA: 'x' } };
    launcher = new ProcessLauncher({
      ...options,
      standby: new Standby({ ...options, logger, delay: 0 }),
      portalUrl,
      host: 'here',
    });
    return launcher;
  };
  const node = (script: string) => [process.execPath, '-e', script, '--'];

  const waitingFolders = async () =>
    (await readdir(runs.path)).filter(name => name.startsWith('standby-'));

  /** @returns the process that waits. */
  const isReady = () =>
    eventually(async () => {
      const [folder] = await waitingFolders();
      const text = await readFile(
        path.join(runs.path, folder, 'ready'),
        'utf8',
      );
      expect(text).not.toBe('');
      return Number(text);
    });

  const hasEnded = (pid: number) =>
    eventually(async () => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));

  const begun = () =>
    eventually(async () =>
      JSON.parse(
        await readFile(
          path.join(runFolder(runs.path, runner).path, 'begun'),
          'utf8',
        ),
      ),
    );

  it('is given the run, in the folder of the run, and found again as any other runner', async () => {
    create(node(RUNNER)).start();
    await isReady();

    await launcher.launch(request);

    const { env, pid, standby: waited } = await begun();
    expect(waited).toBe(true);
    expect(env).toMatchObject({
      EXTRA: 'x',
      TERRASTAGE_RUN_ID: runner.runId,
      TERRASTAGE_TOKEN_FILE: runFolder(runs.path, runner).tokenFile,
    });
    expect(await launcher.probe(runner)).toBe('running');
    const { processFile } = runFolder(runs.path, runner);
    expect(JSON.parse(await readFile(processFile, 'utf8')).pid).toBe(pid);
  });

  it('is followed by another one, and the run does without where there is none', async () => {
    create(node(RUNNER));

    await launcher.launch(request);

    expect((await begun()).standby).toBe(false);
    await isReady();
  });

  it('is replaced by a fresh start when it has ended unnoticed', async () => {
    create(
      node(`
        require('fs').writeFileSync('ready', String(process.pid));
        if (!process.argv.includes('--standby')) { ${RUNNER} }`),
    ).start();
    await hasEnded(await isReady());

    await launcher.launch(request);

    expect((await begun()).standby).toBe(false);
  });

  it('is replaced by a fresh start when it was killed', async () => {
    create(node(RUNNER)).start();
    const pid = await isReady();
    process.kill(pid, 'SIGKILL');
    await hasEnded(pid);

    await launcher.launch(request);

    expect((await begun()).standby).toBe(false);
  });

  it('does not outlive the launch that took it and failed', async () => {
    create(node(RUNNER), async () => {
      throw new Error('no address');
    }).start();
    const pid = await isReady();

    await expect(launcher.launch(request)).rejects.toThrow('no address');

    await hasEnded(pid);
  });

  it('is replaced by a fresh start when the folder of the run is there already', async () => {
    create(node(RUNNER)).start();
    await isReady();
    const { path: folder } = runFolder(runs.path, runner);
    await mkdir(folder);
    await writeFile(path.join(folder, 'left'), 'by an earlier launch');

    await launcher.launch(request);

    expect((await begun()).standby).toBe(false);
  });

  it('leaves neither process nor folder when the portal stops', async () => {
    create(node(RUNNER)).start();
    await isReady();

    await launcher.stop();

    expect(await readdir(runs.path)).toEqual([]);
  });

  it('warns when it cannot be started; runs say it themselves', async () => {
    create(['/does/not/exist']).start();

    await eventually(async () =>
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('No runner could be started ahead: spawn'),
      ),
    );
    expect(await readdir(runs.path)).toEqual([]);
  });
});
