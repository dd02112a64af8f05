import { InputError } from '@backstage/errors';
import { hasHiddenCharacters } from '@terrastage/plugin-resources-common';

/**
 * Refuses text, in values and in keys, that reads other than it is.
 *
 * @throws InputError naming the path.
 */
export function checkText(value: unknown, path: string): void {
  if (typeof value === 'string' && hasHiddenCharacters(value)) {
    throw new InputError(
      `${path}: must not contain control, zero-width or text direction characters`,
    );
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (hasHiddenCharacters(key)) {
        throw new InputError(`${path}: has a key with hidden characters`);
      }
      checkText(
        child,
        Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
      );
    }
  }
}
