import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { GitConfig } from '../config/readGitConfig';
import { repositoryName } from './repositoryName';

/**
 * What one gives to git clone for a repository of the plain destination.
 *
 * @throws InputError when the configuration names none
 */
export function remoteOf(
  { repositories }: Pick<GitConfig, 'repositories'>,
  name: string,
): string {
  if (repositories === undefined) {
    throw new InputError(
      'This portal has no place for repositories: whoever runs it sets scaffolder.git.github.owner with credentials under integrations.github, or scaffolder.git.repositories',
    );
  }
  const file = `${repositoryName(name)}.git`;
  return isFolder(repositories)
    ? join(repositories, file)
    : `${repositories}/${file}`;
}

/** Whether a repository lies in a folder of this machine. */
export function isFolder(remote: string): boolean {
  return !/^(https|ssh):\/\//.test(remote);
}
