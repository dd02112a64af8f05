import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { packageRoot } from '../system/paths';
import { tempDir, type TempDir } from '../system/tempDir';
import { processTree, survivors } from '../testing/processTree';

// Builds the portal first where no other suite has done so.
jest.setTimeout(600_000);

const startedSchema = z.object({
  url: z.string(),
  awsUrl: z.string(),
  portalPid: z.number(),
});

const FAKE_RUNNER = `process.on('SIGTERM', () => {
  require('node:fs').writeFileSync(process.argv[2], 'asked');
  process.exit(0);
});
console.log('ready');
setInterval(() => {}, 1000);`;

describe('npm start', () => {
  let folder: TempDir;
  let command: ChildProcess;
  let lines: string[];
  const strays: number[] = [];

  beforeEach(async () => {
    folder = await tempDir('terrastage-start-');
    // Where others may pass, root's PostgreSQL keeps its data in here, too, and it goes with the rest.
    await chmod(folder.path, 0o711);
    lines = [];
  });

  afterEach(async () => {
    for (const pid of survivors(strays.splice(0))) process.kill(pid, 'SIGKILL');
    await folder.remove();
  });

  function launch() {
    command = spawn(
      process.execPath,
      [
        join(packageRoot, 'bin', 'terrastage.mjs'),
        'start',
        '--run-dir',
        folder.path,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: withoutJest(process.env) },
    );
    const output = createInterface({ input: command.stdout! });
    output.on('line', line => lines.push(line));
    createInterface({ input: command.stderr! }).on('line', line =>
      lines.push(line),
    );
    return new Promise<void>((resolve, reject) => {
      output.on('line', line => {
        if (line === 'Terrastage is ready.') resolve();
      });
      command.once('exit', code =>
        reject(new Error(`ended with ${code}\n${lines.join('\n')}`)),
      );
    });
  }

  async function tree(): Promise<number[]> {
    const pids = await processTree(command.pid!);
    strays.push(...pids);
    return pids;
  }

  async function startRunner(): Promise<{ pid: number; askedFile: string }> {
    const program = join(folder.path, 'terraform-runner.cjs');
    const askedFile = join(folder.path, 'asked');
    await writeFile(program, FAKE_RUNNER);
    const runner = spawn(process.execPath, [program, askedFile], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(createInterface(runner.stdout!), 'line');
    const attempt = join(folder.path, 'runs', 'run-1');
    await mkdir(attempt, { recursive: true });
    await writeFile(
      join(attempt, 'process.json'),
      JSON.stringify({ pid: runner.pid }),
    );
    strays.push(runner.pid!);
    return { pid: runner.pid!, askedFile };
  }

  async function untilSaid(text: string) {
    for (let i = 0; i < 1800; i++) {
      if (lines.some(line => line.includes(text))) return;
      await sleep(100);
    }
    throw new Error(`It never said "${text}"\n${lines.join('\n')}`);
  }

  async function untilGone(pids: number[], seconds: number) {
    for (let i = 0; i < seconds * 10 && survivors(pids).length; i++) {
      await sleep(100);
    }
    return survivors(pids);
  }

  it('serves the portal, and Ctrl-C leaves no process behind', async () => {
    await launch();
    const started = startedSchema.parse(
      JSON.parse(await readFile(join(folder.path, 'started.json'), 'utf8')),
    );
    const page = await fetch(started.url);
    const states = await fetch(`${started.awsUrl}/terrastage-state-dev`, {
      method: 'HEAD',
    });
    const pids = await tree();
    const runner = await startRunner();

    command.kill('SIGINT');
    const [code] = await once(command, 'exit');

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Terrastage');
    expect(states.status).toBe(200);
    expect(code).toBe(0);
    expect(await readFile(runner.askedFile, 'utf8')).toBe('asked');
    // The command, the portal, PostgreSQL with its supervisor, the local AWS.
    expect(pids.length).toBeGreaterThan(5);
    expect(survivors([...pids, runner.pid])).toEqual([]);
    expect(lines.at(-1)).toContain('Stopped');
  });

  it('starts a killed portal again, on the same database', async () => {
    await launch();
    const pids = await tree();
    const { url, portalPid } = startedSchema.parse(
      JSON.parse(await readFile(join(folder.path, 'started.json'), 'utf8')),
    );

    process.kill(portalPid, 'SIGKILL');

    await untilSaid('The portal is ready again');
    const page = await fetch(url);
    pids.push(...(await tree()));
    command.kill('SIGTERM');
    await once(command, 'exit');
    expect(page.status).toBe(200);
    expect(survivors(pids)).toEqual([]);
  });

  it('refuses a second start in the same folder', async () => {
    await launch();
    await tree();

    const second = spawn(process.execPath, [...command.spawnargs.slice(1)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: withoutJest(process.env),
    });
    const said: string[] = [];
    createInterface({ input: second.stdout! }).on('line', line =>
      said.push(line),
    );
    const [code] = await once(second, 'close');

    expect(code).toBe(1);
    expect(said.join('\n')).toContain(
      `Terrastage already runs from ${folder.path}`,
    );
    command.kill('SIGTERM');
    await once(command, 'exit');
  });

  it('ends everything by itself when its own process is killed', async () => {
    await launch();
    const pids = await tree();

    command.kill('SIGKILL');

    expect(await untilGone(pids, 40)).toEqual([]);
  });
});

/** Jest's own settings must not reach the portal. */
function withoutJest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_ENV, NODE_OPTIONS, JEST_WORKER_ID, ...rest } = env;
  return rest;
}
