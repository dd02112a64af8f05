import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from '../testing/eventually';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { RunToFilesOptions, runToFiles } from './runToFiles';

const never = new AbortController().signal;

describe('runToFiles', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  function run(script: string, more: Partial<RunToFilesOptions> = {}) {
    const lines: string[] = [];
    const end = runToFiles({
      command: process.execPath,
      args: ['-e', script],
      cwd: folder.path,
      env: {},
      stdoutFile: join(folder.path, 'out'),
      stderrFile: join(folder.path, 'err'),
      onStdoutLine: line => lines.push(line),
      onStderrLine: line => lines.push(`! ${line}`),
      stop: never,
      graceMs: 60_000,
      ...more,
    });
    return { end, lines };
  }

  it('hands on whole lines of both outputs and the exit code', async () => {
    const { end, lines } = run(
      'console.log("one\\ntwo"); console.error("bad"); process.exitCode = 3',
    );

    expect(await end).toMatchObject({ exitCode: 3 });
    expect(lines.sort()).toEqual(['! bad', 'one', 'two']);
  });

  it('gives the child no environment but the given one', async () => {
    const { end, lines } = run('console.log(JSON.stringify(process.env))', {
      env: { ONLY: 'this' },
    });

    await end;

    expect(JSON.parse(lines[0])).toEqual({ ONLY: 'this' });
  });

  it('passes arguments to no shell', async () => {
    const { end, lines } = run('', {
      args: ['-p', 'process.argv.slice(1).join()', '--', '$HOME;`id`', '*'],
    });

    await end;

    expect(lines).toEqual(['$HOME;`id`,*']);
  });

  it('fails when there is no such program', async () => {
    await expect(
      run('', { command: join(folder.path, 'nothing') }).end,
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('sends exactly one SIGINT, however often it is told to stop', async () => {
    const stop = new AbortController();
    const script = `
      let count = 0;
      process.on('SIGINT', () => { count += 1; setTimeout(() => { console.log('SIGINTs', count); process.exit(1); }, 300); });
      console.log('ready'); setInterval(() => {}, 1000);`;
    const { end, lines } = run(script, {
      stop: stop.signal,
      onStdoutLine: line => {
        lines.push(line);
        stop.abort();
        stop.abort();
      },
    });

    expect(await end).toMatchObject({ exitCode: 1 });
    expect(lines).toEqual(['ready', 'SIGINTs 1']);
  });

  it('kills the child and all below it when the grace is over', async () => {
    const stop = new AbortController();
    const script = `
      process.on('SIGINT', () => {});
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000)']);
      console.log(child.pid); setInterval(() => {}, 1000);`;
    const { end, lines } = run(script, {
      stop: stop.signal,
      graceMs: 50,
      onStdoutLine: line => {
        lines.push(line);
        stop.abort();
      },
    });

    expect(await end).toMatchObject({ signal: 'SIGKILL' });
    await untilGone(Number(lines[0]));
  });

  it('lets the child go on and end well when it is killed itself', async () => {
    const marker = join(folder.path, 'done');
    const child = `setTimeout(() => { console.log('x'.repeat(200000)); require('node:fs').writeFileSync(${JSON.stringify(
      marker,
    )}, 'well'); }, 300)`;
    const parent = join(folder.path, 'parent.cjs');
    await writeFile(
      parent,
      `const { openSync } = require('node:fs');
       const out = openSync('out', 'w');
       require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
         child,
       )}], { stdio: ['ignore', out, out] });
       console.log('started'); setInterval(() => {}, 1000);`,
    );
    const killed = spawn(process.execPath, [parent], { cwd: folder.path });
    await once(killed.stdout, 'data');

    killed.kill('SIGKILL');

    await expect(eventually(() => readFile(marker, 'utf8'))).resolves.toBe(
      'well',
    );
  });
});

async function untilGone(pid: number): Promise<void> {
  await eventually(async () => {
    let stat = 'gone';
    try {
      stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    } catch {
      return;
    }
    // Nobody may have asked how it ended; then a zombie is left.
    if (!/\) Z /.test(stat)) {
      throw new Error(`${pid} lives: ${stat}`);
    }
  });
}
