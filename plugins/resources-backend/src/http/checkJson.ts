import { InputError } from '@backstage/errors';

const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses JSON that no schema of ours needs and that is known to do harm: deeper than 20 levels, keys that reach
 * for prototypes, numbers that are none (`1e400` reads as infinity).
 *
 * @throws InputError naming the path.
 */
export function checkJson(root: unknown): void {
  // Not recursive: the depth is what is to be checked.
  const open: Array<{ value: unknown; path: string; depth: number }> = [
    { value: root, path: '', depth: 1 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new InputError(`${path || 'The body'}: is too large a number`);
    }
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (depth > MAX_DEPTH) {
      throw new InputError(
        `The body is nested deeper than ${MAX_DEPTH} levels, at ${path.slice(
          0,
          100,
        )}`,
      );
    }
    for (const [key, child] of Object.entries(value)) {
      if (!Array.isArray(value) && FORBIDDEN_KEYS.has(key)) {
        throw new InputError(
          `${path ? `${path}.` : ''}${key}: is not allowed as a key`,
        );
      }
      open.push({
        value: child,
        path: childPath(value, path, key),
        depth: depth + 1,
      });
    }
  }
}

function childPath(parent: object, path: string, key: string): string {
  if (Array.isArray(parent)) {
    return `${path}[${key}]`;
  }
  return path ? `${path}.${key}` : key;
}
