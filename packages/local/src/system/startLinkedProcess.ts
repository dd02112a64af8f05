import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type LinkedProcessOptions = {
  /** What it is, for error messages: "The local AWS". */
  name: string;
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** First line on its stdin. Settings with a secret go here, never in args. */
  input?: object;
  /** Milliseconds until its line of JSON has to be there. Default: 60 s. */
  readyTimeout?: number;
  /** Where its stderr goes; without it only the last lines are kept. */
  logFile?: string;
};

export type LinkedProcess<TReady> = {
  pid: number;
  ready: TReady;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Asks it to end, kills it after a grace period. Safe to call twice. */
  stop(graceMs?: number): Promise<void>;
};

const KEPT_LINES = 30;

/**
 * Starts a program of ours that serves until its standard input closes, which
 * the system does for us when this process dies, even by kill -9. The program
 * says that it is ready by one line of JSON on stdout.
 *
 * It neither keeps this process alive nor hears the terminal's Ctrl-C: the
 * order in which things end is decided here.
 *
 * @throws Error with the last lines of its stderr when it ends or stays silent
 */
export async function startLinkedProcess<TReady>(
  options: LinkedProcessOptions,
): Promise<LinkedProcess<TReady>> {
  const child = spawn(options.file, options.args, {
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const lastLines = keepLog(child, options.logFile);
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin?.on('error', () => undefined);
  if (options.input) child.stdin?.write(`${JSON.stringify(options.input)}\n`);

  const stop = async (graceMs = 10_000) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.stdin?.end();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };

  try {
    const ready = await firstLine<TReady>(child, options);
    letGo(child);
    return { pid: child.pid!, ready, ended, stop };
  } catch (error) {
    await stop(1_000);
    throw new Error(
      [`${options.name} did not start: ${reason(error)}`, ...lastLines()].join(
        '\n',
      ),
      { cause: error },
    );
  }
}

async function firstLine<T>(
  child: ChildProcess,
  { readyTimeout = 60_000 }: LinkedProcessOptions,
): Promise<T> {
  const lines = createInterface({ input: child.stdout! });
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), readyTimeout);
  try {
    const line = await Promise.race([
      once(lines, 'line', { signal: deadline.signal }).then(([text]) => text),
      once(child, 'exit', { signal: deadline.signal }).then(
        ([code, signal]) => {
          throw new Error(`it ended at once with ${code ?? signal}`);
        },
      ),
    ]);
    return JSON.parse(line as string) as T;
  } catch (error) {
    if (deadline.signal.aborted) {
      throw new Error(`no sign of life within ${readyTimeout / 1000} s`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    clearTimeout(timer);
    deadline.abort();
    lines.close();
    child.stdout?.resume();
  }
}

function keepLog(child: ChildProcess, logFile?: string): () => string[] {
  const kept: string[] = [];
  const file = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined;
  createInterface({ input: child.stderr! }).on('line', line => {
    file?.write(`${line}\n`);
    kept.push(line);
    if (kept.length > KEPT_LINES) kept.shift();
  });
  child.once('close', () => file?.end());
  return () => kept;
}

/** A test or a start that fails must not hang on a server it forgot to stop. */
function letGo(child: ChildProcess) {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    (stream as unknown as { unref?: () => void } | null)?.unref?.();
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
