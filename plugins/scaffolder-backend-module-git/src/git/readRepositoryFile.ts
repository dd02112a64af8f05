import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { GitConfig } from '../config/readGitConfig';
import { remoteOf } from './remoteOf';
import { repositoryName } from './repositoryName';
import { runGit } from './runGit';

export type RepositoryFile = {
  /** Name of the repository, at the configured destination. */
  name: string;
  /** Relative to its root, on the branch main. */
  file: string;
};

/**
 * Reads a file of a repository's main branch, wherever repositories are kept.
 *
 * @throws NotFoundError when there is no such repository, or no such file in it
 */
export async function readRepositoryFile(
  { name, file }: RepositoryFile,
  options: GitConfig & { reader: UrlReaderService; signal?: AbortSignal },
): Promise<string> {
  repositoryName(name);
  const { github, reader, signal } = options;
  const missing = (cause: unknown) =>
    new NotFoundError(
      `There is no ${file} on the branch main of a repository "${name}"`,
      cause,
    );
  if (github) {
    const { host, owner } = github;
    const url = `https://${host}/${owner}/${name}/blob/main/${file}`;
    try {
      const { buffer } = await reader.readUrl(url, { signal });
      return (await buffer()).toString('utf8');
    } catch (error) {
      if ((error as Error).name === 'NotFoundError') throw missing(error);
      throw error;
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'read-git-'));
  try {
    const remote = remoteOf(options, name);
    const args = ['--quiet', '--depth', '1', '--branch', 'main'];
    await runGit(folder, ['clone', ...args, '--', remote, 'clone'], signal);
    // Resolves links too: none leads out of the clone.
    const path = resolveSafeChildPath(join(folder, 'clone'), file);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw missing(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
