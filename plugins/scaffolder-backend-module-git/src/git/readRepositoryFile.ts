import { readFile } from 'node:fs/promises';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { GitConfig } from '../config/readGitConfig';
import { noSuchFile } from './noSuchFile';
import { remoteOf } from './remoteOf';
import type { RepositoryFile } from './RepositoryFile';
import { repositoryName } from './repositoryName';
import { withClone } from './withClone';

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
  if (github) {
    const { host, owner } = github;
    const url = `https://${host}/${owner}/${name}/blob/main/${file}`;
    try {
      const { buffer } = await reader.readUrl(url, { signal });
      return (await buffer()).toString('utf8');
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') throw error;
      throw noSuchFile({ name, file }, error);
    }
  }
  const remote = remoteOf(options, name);
  try {
    return await withClone(
      remote,
      // Resolves links too: none leads out of the clone.
      folder => readFile(resolveSafeChildPath(folder, file), 'utf8'),
      signal,
    );
  } catch (error) {
    throw noSuchFile({ name, file }, error);
  }
}
