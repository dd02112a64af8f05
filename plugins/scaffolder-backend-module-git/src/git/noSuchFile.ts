import { NotFoundError } from '@backstage/errors';
import type { RepositoryFile } from './RepositoryFile';

/** What a reader of repositories throws who finds nothing, whichever part of the way is missing. */
export function noSuchFile(
  { name, file }: RepositoryFile,
  cause?: unknown,
): NotFoundError {
  return new NotFoundError(
    `There is no ${file} on the branch main of a repository "${name}"`,
    cause,
  );
}
