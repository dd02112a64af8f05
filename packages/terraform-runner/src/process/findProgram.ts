import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { RunnerError } from '../errors/RunnerError';

/**
 * The absolute path of a program.
 *
 * @throws {@link RunnerError} `internal` when there is no such program
 */
export async function findProgram(
  name: string,
  searchPath: string | undefined,
): Promise<string> {
  const candidates = isAbsolute(name)
    ? [name]
    : (searchPath ?? '')
        .split(delimiter)
        .filter(isAbsolute)
        .map(folder => join(folder, name));
  for (const candidate of candidates) {
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) {
      return candidate;
    }
  }
  throw new RunnerError(
    'internal',
    `There is no program "${name}" on the runner. Install Terraform 1.10 or later or OpenTofu, or name it by TERRASTAGE_TERRAFORM`,
  );
}
