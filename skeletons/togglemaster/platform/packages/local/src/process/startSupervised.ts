import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LocalError } from '../LocalError.ts';

export type SupervisedOptions = {
  /** For messages: "PostgreSQL". */
  name: string;
  file: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  logFile: string;
  /** Resolves true once it can be used; asked until then. */
  ready(): Promise<boolean>;
};

export type Supervised = {
  /** Of the program itself. */
  pid: number;
  stop(): Promise<void>;
  /** kill -9, and waits for its end. */
  kill(): Promise<void>;
};

const PROGRAM = fileURLToPath(
  new URL('../../programs/supervise.ts', import.meta.url),
);
const READY_MS = 60_000;
const ASK_MS = 50;
const LOG_LINES = 15;

/**
 * Starts a program that ends with this process.
 *
 * @throws LocalError with its last words when it does not get ready
 */
export async function startSupervised(
  options: SupervisedOptions,
): Promise<Supervised> {
  const { file, args, env = process.env, cwd, uid, gid, logFile } = options;
  const supervisor = spawn(process.execPath, [PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>(resolve =>
    supervisor.once('close', () => resolve()),
  );
  supervisor.stdin.on('error', () => undefined);
  supervisor.stdin.write(
    `${JSON.stringify({ file, args, env, cwd, uid, gid, logFile })}\n`,
  );
  const state = { ended: false };
  void ended.then(() => (state.ended = true));
  const lines = createInterface({ input: supervisor.stdout });
  const pid = await Promise.race([
    once(lines, 'line').then(([line]) => Number(line)),
    ended.then(() => Number.NaN),
  ]);
  const stop = async () => {
    supervisor.ref();
    supervisor.stdin.end();
    await ended;
  };
  const begun = performance.now();
  while (!(await options.ready().catch(() => false))) {
    if (state.ended || performance.now() - begun > READY_MS) {
      await stop();
      throw new LocalError(
        `${options.name} did not start:\n${await lastLines(logFile)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, ASK_MS));
  }
  // A test that fails must not hang on a server it forgot to stop.
  supervisor.unref();
  for (const stream of [supervisor.stdin, supervisor.stdout]) {
    (stream as unknown as { unref?(): void }).unref?.();
  }
  return {
    pid,
    stop,
    kill: async () => {
      supervisor.ref();
      if (!state.ended) process.kill(pid, 'SIGKILL');
      await ended;
    },
  };
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '(no log)');
  return text.trimEnd().split('\n').slice(-LOG_LINES).join('\n');
}
