import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { stopGroup } from './stopGroup';

const KEPT_LINES = 200;

export type RunLoggedOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** All that it says; written anew each time. */
  logFile: string;
  onLine?: (line: string) => void;
  signal?: AbortSignal;
};

export type LoggedResult = {
  /** Exit code, name of the signal, or the system's code such as ENOENT. */
  code: number | string;
  /** The last lines of stdout and stderr. */
  lines: string[];
};

/**
 * Runs a long program to its end with all that it says in a file. When the
 * signal is aborted, it and its children are ended.
 */
export async function runLogged(
  file: string,
  args: string[],
  { cwd, env, logFile, onLine, signal }: RunLoggedOptions,
): Promise<LoggedResult> {
  signal?.throwIfAborted();
  await mkdir(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const lines: string[] = [];
  const keep = (line: string) => {
    log.write(`${line}\n`);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    onLine?.(line);
  };
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const abort = () => {
    if (child.pid) void stopGroup(child.pid, { graceMs: 2_000 });
  };
  signal?.addEventListener('abort', abort);
  createInterface({ input: child.stdout }).on('line', keep);
  createInterface({ input: child.stderr }).on('line', keep);
  const code = await new Promise<number | string>(resolve => {
    child.once('error', error =>
      resolve((error as NodeJS.ErrnoException).code ?? error.message),
    );
    child.once('close', (status, name) => resolve(status ?? name ?? 'unknown'));
  });
  signal?.removeEventListener('abort', abort);
  log.end();
  return { code, lines };
}
