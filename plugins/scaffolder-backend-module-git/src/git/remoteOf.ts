import { join } from 'node:path';
import type { GitConfig } from '../config/readGitConfig';
import { repositoryName } from './repositoryName';

/** What one gives to git clone for a repository of the plain destination. */
export function remoteOf(
  { repositories }: Pick<GitConfig, 'repositories'>,
  name: string,
): string {
  const file = `${repositoryName(name)}.git`;
  return isFolder(repositories)
    ? join(repositories, file)
    : `${repositories}/${file}`;
}

/** Whether repositories lie in a folder of this machine. */
export function isFolder(repositories: string): boolean {
  return !/^(https|ssh):\/\//.test(repositories);
}
