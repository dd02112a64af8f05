import { execFile } from 'node:child_process';

/** Runs a program whose report counts and not its exit code; gives its stdout. */
export function runToEnd(
  file: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal?: AbortSignal },
): Promise<string> {
  return new Promise(resolve => {
    execFile(
      file,
      args,
      { ...options, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout) => resolve(stdout),
    );
  });
}
