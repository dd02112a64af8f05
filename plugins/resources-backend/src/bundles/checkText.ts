import { InputError } from '@backstage/errors';

/** Control characters but for tab and line ends, and marks that hide or turn around what a reader sees. */
const HIDDEN =
  /(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Cs}/u;

/**
 * Refuses text, in values and in keys, that reads other than it is.
 *
 * @throws InputError naming the path.
 */
export function checkText(value: unknown, path: string): void {
  if (typeof value === 'string' && HIDDEN.test(value)) {
    throw new InputError(
      `${path}: must not contain control, zero-width or text direction characters`,
    );
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (HIDDEN.test(key)) {
        throw new InputError(`${path}: has a key with hidden characters`);
      }
      checkText(
        child,
        Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`,
      );
    }
  }
}
