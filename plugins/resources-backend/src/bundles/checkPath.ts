import { InputError } from '@backstage/errors';

const SEGMENT = /^[A-Za-z0-9._@+=,() -]+$/;

/** What Terraform or the runner would read as settings: the runner writes them itself, for the server's values. */
const RESERVED = [
  /^\.terraform$/i,
  /^\.terraformrc$/i,
  /^terraform\.rc$/i,
  /^terraform\.tfvars(\.json)?$/i,
  /\.auto\.tfvars(\.json)?$/i,
  /^backend\.tf(\.json)?$/i,
  /\.tfstate(\..*)?$/i,
];

/**
 * Refuses paths that lead out of the workspace, that could be read in two ways, or that are settings of Terraform.
 *
 * @throws InputError naming the path.
 */
export function checkPath(path: string, field: string): void {
  const refuse = (why: string) =>
    new InputError(`${field}: ${JSON.stringify(path.slice(0, 200))} ${why}`);
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    throw refuse('must be relative');
  }
  for (const segment of path.split('/')) {
    if (segment === '') {
      throw refuse('has an empty part');
    }
    if (segment === '.' || segment === '..') {
      throw refuse(`must not have '${segment}' in it`);
    }
    if (!SEGMENT.test(segment)) {
      throw refuse(
        'may have letters, digits, blanks and . _ - @ + = , ( ) between its slashes',
      );
    }
    if (RESERVED.some(pattern => pattern.test(segment))) {
      throw refuse('is a name that Terraform’s own files have');
    }
  }
}
