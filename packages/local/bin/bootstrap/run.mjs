import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

const KEPT_LINES = 25;

/**
 * Runs a program to its end, all that it says going to a file.
 *
 * @returns {Promise<{code: number | string, lines: string[]}>} how it ended and
 * its last lines; `code` is ENOENT when there is no such program
 */
export async function run(file, args, { cwd, env, logFile, onLine } = {}) {
  if (logFile) await mkdir(dirname(logFile), { recursive: true });
  const log = logFile ? createWriteStream(logFile) : undefined;
  const lines = [];
  const keep = line => {
    log?.write(`${line}\n`);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    onLine?.(line);
  };
  const code = await new Promise(resolve => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: child.stdout }).on('line', keep);
    createInterface({ input: child.stderr }).on('line', keep);
    child.once('error', error => resolve(error.code ?? error.message));
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  log?.end();
  return { code, lines };
}
