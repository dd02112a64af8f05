import { readFile } from 'node:fs/promises';
import {
  resolveSafeChildPath,
  type UrlReaderService,
  type UrlReaderServiceReadTreeResponse,
  type UrlReaderServiceReadUrlResponse,
  type UrlReaderServiceSearchOptions,
  type UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { NotImplementedError, NotModifiedError } from '@backstage/errors';
import type { GitConfig } from '../config/readGitConfig';
import { noSuchFile } from '../git/noSuchFile';
import { remoteOf } from '../git/remoteOf';
import type { RepositoryFile } from '../git/RepositoryFile';
import { runGit } from '../git/runGit';
import { withClone } from '../git/withClone';
import { parseRepositoryAddress, repositoryAddress } from './repositoryAddress';

type Options = UrlReaderServiceSearchOptions;
/** Git's words for a path and for a pattern. */
type How = 'literal' | 'glob';

/**
 * Reads `plain-git://<repository>/<file>` from the branch main at the plain destination, and from nowhere else. The
 * etag is the commit.
 */
export class PlainGitUrlReader implements UrlReaderService {
  constructor(private readonly settings: Pick<GitConfig, 'repositories'>) {}

  /** @throws NotFoundError, or NotModifiedError when the branch still has the commit of the etag */
  async readUrl(
    url: string,
    options: Options = {},
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { files, etag } = await this.find(url, options, 'literal');
    if (files.length === 0) throw noSuchFile(parseRepositoryAddress(url));
    return { buffer: files[0].content, etag };
  }

  /**
   * Of a pattern with * or ?, or of one file.
   *
   * @throws as readUrl does, but for a file that is missing in a repository that is there
   */
  async search(
    url: string,
    options: Options = {},
  ): Promise<UrlReaderServiceSearchResponse> {
    const { file } = parseRepositoryAddress(url);
    return this.find(url, options, /[*?]/.test(file) ? 'glob' : 'literal');
  }

  async readTree(url: string): Promise<UrlReaderServiceReadTreeResponse> {
    throw new NotImplementedError(
      `${url}: files of a plain Git repository are read one by one`,
    );
  }

  private async find(
    url: string,
    { etag, signal }: Options,
    how: How,
  ): Promise<UrlReaderServiceSearchResponse> {
    const wanted = parseRepositoryAddress(url);
    const remote = remoteOf(this.settings, wanted.name);
    try {
      if (etag && etag === (await commitOf(remote, signal))) {
        throw new NotModifiedError();
      }
      return await withClone(
        remote,
        async folder => ({
          files: await readFiles(folder, wanted, how),
          etag: await runGit(folder, ['rev-parse', 'HEAD']),
        }),
        signal,
      );
    } catch (error) {
      if (error instanceof NotModifiedError) throw error;
      throw noSuchFile(wanted, error);
    }
  }
}

async function commitOf(remote: string, signal?: AbortSignal) {
  const args = ['ls-remote', '--', remote, 'refs/heads/main'];
  // In a folder that is no repository, whose settings would count.
  return (await runGit('/', args, signal)).split('\t')[0];
}

/** @throws Error when the path, or a link that it names, leads out of the folder */
async function readFiles(
  folder: string,
  { name, file: path }: RepositoryFile,
  how: How,
) {
  const args = ['ls-files', '-z', '--', `:(${how})${path}`];
  const found = (await runGit(folder, args)).split('\0').filter(Boolean);
  // Of a folder's name Git lists all that is in it.
  const files = how === 'glob' ? found : found.filter(file => file === path);
  return Promise.all(
    files.map(async file => {
      const content = await readFile(resolveSafeChildPath(folder, file));
      return {
        url: repositoryAddress({ name, file }),
        content: async () => content,
      };
    }),
  );
}
