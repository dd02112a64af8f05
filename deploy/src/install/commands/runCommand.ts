import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandOptions {
  cwd?: string;
  env: Record<string, string>;
  /** Each line, as it comes. */
  onLine?: (line: string) => void;
  /** Asks it to end, once: Terraform then saves its state. */
  signal?: AbortSignal;
}

export interface CommandResult {
  /** Exit code, name of a signal, or the system's code such as ENOENT. */
  code: number | string;
  stdout: string;
  /** The last lines of both streams. */
  lines: string[];
}

const KEPT_LINES = 20;

/** Runs a program to its end, without a shell and without an input. */
export async function runCommand(
  file: string,
  args: string[],
  { cwd, env, onLine, signal }: CommandOptions,
): Promise<CommandResult> {
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: string[] = [];
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    onLine?.(line);
  };
  createInterface({ input: child.stdout }).on('line', line => {
    stdout.push(line);
    keep(line);
  });
  createInterface({ input: child.stderr }).on('line', keep);
  const stop = () => child.kill('SIGINT');
  signal?.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | string>(resolve => {
    child.once('error', error =>
      resolve((error as NodeJS.ErrnoException).code ?? error.message),
    );
    child.once('close', (status, name) => resolve(status ?? name ?? 'unknown'));
  });
  signal?.removeEventListener('abort', stop);
  return { code, stdout: stdout.join('\n'), lines };
}
