import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);
const LIMIT_MS = 600_000;

/** Runs a program to its end. @returns its standard output */
export async function run(
  file: string,
  args: string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    uid?: number;
    gid?: number;
  } = {},
): Promise<string> {
  const { stdout } = await execFileAsync(file, args, {
    ...options,
    timeout: LIMIT_MS,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}
