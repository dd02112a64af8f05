import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isAlive } from '../system/isAlive';
import { tempDir, type TempDir } from '../system/tempDir';
import { stopRunners } from './stopRunners';

describe('stopRunners', () => {
  let folder: TempDir;
  const started: number[] = [];

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    for (const pid of started.splice(0)) {
      if (isAlive(pid)) process.kill(-pid, 'SIGKILL');
    }
    await folder.remove();
  });

  /** Like a runner: leader of its group, known by its process.json. */
  async function startRunner(
    run: string,
    script: string,
    program = 'terraform-runner.cjs',
  ): Promise<number> {
    const file = join(folder.path, program);
    await writeFile(
      file,
      `${script}; console.log('ready'); setInterval(() => {}, 1000);`,
    );
    const child = spawn(process.execPath, [file], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(child.pid!);
    await once(createInterface(child.stdout), 'line');
    await record(run, child.pid!);
    return child.pid!;
  }

  async function record(run: string, pid: number) {
    await mkdir(join(folder.path, 'runs', run), { recursive: true });
    await writeFile(
      join(folder.path, 'runs', run, 'process.json'),
      JSON.stringify({ pid, startTime: 'x', runId: run, attempt: 1 }),
    );
  }

  function stop(options: { graceMs?: number } = {}) {
    return stopRunners(join(folder.path, 'runs'), {
      graceMs: 5_000,
      ...options,
    });
  }

  it('asks each runner once to end', async () => {
    const asked = join(folder.path, 'asked');
    const pid = await startRunner(
      'run-1',
      `process.on('SIGTERM', () => {
        require('node:fs').appendFileSync(${JSON.stringify(asked)}, 'TERM ');
        setTimeout(() => process.exit(0), 300);
      })`,
    );

    const count = await stop();

    expect(count).toBe(1);
    expect(isAlive(pid)).toBe(false);
    expect(await readFile(asked, 'utf8')).toBe('TERM ');
  });

  it('kills one that does not end within the grace', async () => {
    const pid = await startRunner('run-1', `process.on('SIGTERM', () => {})`);

    await stop({ graceMs: 200 });

    expect(isAlive(pid)).toBe(false);
  });

  it('leaves alone another program that got the recorded id', async () => {
    const pid = await startRunner('run-1', '', 'editor.cjs');

    const count = await stop();

    expect(count).toBe(0);
    expect(isAlive(pid)).toBe(true);
  });

  it('passes over folders without a record that can be read', async () => {
    await mkdir(join(folder.path, 'runs', 'empty'), { recursive: true });
    await mkdir(join(folder.path, 'runs', 'half'), { recursive: true });
    await writeFile(
      join(folder.path, 'runs', 'half', 'process.json'),
      '{"pid":',
    );

    expect(await stop()).toBe(0);
  });

  it('has nothing to do before the first run', async () => {
    expect(await stop()).toBe(0);
  });
});
