import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Milliseconds. */
const TIMEOUT = 10_000;

/**
 * The last Git commit that touched a folder.
 *
 * @returns undefined where there is no Git or no repository, or where the folder has changes that no commit has: a
 * commit would then say what the files are not.
 */
export async function commitOf(folder: string): Promise<string | undefined> {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', ['-C', folder, ...args], {
      timeout: TIMEOUT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    return stdout.trim();
  };
  try {
    const changed = await git('status', '--porcelain', '--', '.');
    const commit = await git('log', '-1', '--format=%H', '--', '.');
    return changed === '' && commit !== '' ? commit : undefined;
  } catch {
    return undefined;
  }
}
