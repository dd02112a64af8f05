import { execFile } from 'node:child_process';

export type ProgramResult = { stdout: string; stderr: string };

export type ProgramOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is killed. Default: one minute. */
  timeout?: number;
  signal?: AbortSignal;
};

/**
 * Runs a short program to its end.
 *
 * @throws Error with the command and the end of its stderr when it can't be
 * started, fails, or takes longer than its deadline.
 */
export function runProgram(
  file: string,
  args: string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const { timeout = 60_000, ...rest } = options;
  return new Promise((resolve, reject) => {
    execFile(
      file,
      args,
      { ...rest, timeout, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
      (error, stdout, stderr) => {
        if (!error) {
          resolve({ stdout, stderr });
          return;
        }
        const said = stderr.trim().split('\n').slice(-15).join('\n');
        const why = error.killed
          ? `took longer than ${timeout / 1000} s`
          : `ended with ${error.code ?? error.signal}`;
        reject(
          new Error(
            [`${[file, ...args].join(' ')} ${why}`, said]
              .filter(Boolean)
              .join('\n'),
            { cause: error },
          ),
        );
      },
    );
  });
}
