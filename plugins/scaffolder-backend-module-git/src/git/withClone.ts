import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './runGit';

/**
 * Calls back with a folder that holds the newest commit of a repository's branch main, and is gone afterwards.
 *
 * @throws Error with what git said, or what the callback threw
 */
export async function withClone<T>(
  remote: string,
  use: (folder: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'read-git-'));
  try {
    const args = ['--quiet', '--depth', '1', '--branch', 'main'];
    await runGit(folder, ['clone', ...args, '--', remote, 'clone'], signal);
    return await use(join(folder, 'clone'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
