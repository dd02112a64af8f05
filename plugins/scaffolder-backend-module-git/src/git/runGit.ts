import { execFile } from 'node:child_process';

const DEADLINE_MS = 120_000;
const INHERITED = ['PATH', 'HOME', 'SSH_AUTH_SOCK', 'TMPDIR'];

/**
 * Runs git without questions, hooks and the machine's own settings.
 *
 * @returns its output, without the last line break
 * @throws Error with the command and what git said
 */
export function runGit(
  cwd: string,
  args: string[],
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-c', 'core.hooksPath=/dev/null', ...args],
      {
        cwd,
        env: environment(),
        timeout: DEADLINE_MS,
        maxBuffer: 16 * 1024 * 1024,
        signal,
      },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout.trimEnd());
          return;
        }
        const said =
          'code' in error && error.code === 'ENOENT'
            ? 'there is no git on PATH: install it where the backend runs'
            : stderr.trim() || error.message;
        reject(new Error(`git ${args[0]} failed: ${said}`, { cause: error }));
      },
    );
  });
}

function environment(): NodeJS.ProcessEnv {
  const inherited = INHERITED.flatMap(name => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ALLOW_PROTOCOL: 'file:https:ssh',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    LC_ALL: 'C',
  };
}
