import { InputError } from '@backstage/errors';

/** What GitHub, Git servers and file systems all take; it ends up in a path and in an address. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws InputError */
export function repositoryName(name: string): string {
  if (NAME.test(name)) return name;
  throw new InputError(
    `"${name}" is no name for a repository: use up to 63 lower-case letters, digits and hyphens`,
  );
}
