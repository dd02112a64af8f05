import { InputError } from '@backstage/errors';
import type { Output } from './Output';

/**
 * A password is shown once, to a person at a terminal.
 *
 * @throws InputError before anything is done
 */
export function guardPassword(
  output: Output,
  { printPassword }: { printPassword?: boolean },
) {
  if (output.isTerminal || printPassword) return;
  throw new InputError(
    'Standard output is not a terminal, and the password would end in a file or a log. ' +
      'Add --print-password if that is what you want',
  );
}
