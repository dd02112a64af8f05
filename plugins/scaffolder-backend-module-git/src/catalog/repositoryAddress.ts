import { InputError } from '@backstage/errors';
import type { RepositoryFile } from '../git/RepositoryFile';
import { repositoryName } from '../git/repositoryName';

/** Of the addresses below. It is no scheme that anything else reads. */
export const PLAIN_GIT = 'plain-git:';

/**
 * Names a file at the plain destination without saying where that is, which the configuration alone says.
 *
 * @returns `plain-git://<repository>/<file>`
 */
export function repositoryAddress({ name, file }: RepositoryFile): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return `${PLAIN_GIT}//${repositoryName(name)}/${path}`;
}

/** @throws InputError when the address names no repository or is broken otherwise */
export function parseRepositoryAddress(address: string): RepositoryFile {
  const { host, pathname } = new URL(address);
  const name = repositoryName(host);
  try {
    return { name, file: decodeURIComponent(pathname.slice(1)) };
  } catch (error) {
    throw new InputError(`${address} is no address: mind its % signs`, error);
  }
}
