import { posix } from 'node:path';

/** A quoted path that may start at the module's own folder: nothing else in it is computed. */
export const LITERAL = String.raw`(?:\$\{path\.(?:module|root)\}/?)?[^"$%\\]*`;

const PREFIX = /^\$\{path\.(module|root)\}\/?/;

/** Whether a path, written down literally, stays inside the workspace. */
export function staysInside(path: string): boolean {
  const relative = path.replace(PREFIX, '');
  return (
    new RegExp(`^${LITERAL}$`).test(path) &&
    !posix.isAbsolute(relative) &&
    !relative.startsWith('~') &&
    !relative.split('/').includes('..')
  );
}
