import type { FieldFault } from './Problem.ts';

/**
 * The first text or name in a value that PostgreSQL can't keep: with NUL or
 * a lone surrogate. What is deeper than `levels` is not looked at.
 */
export function textFault(
  value: unknown,
  path: string,
  levels: number,
): FieldFault | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() && !value.includes('\0')
      ? undefined
      : { path, message: 'NUL and lone surrogates are not allowed' };
  }
  if (typeof value !== 'object' || value === null || levels === 0) {
    return undefined;
  }
  for (const [name, part] of Object.entries(value)) {
    const below = `${path}/${name}`;
    const fault =
      textFault(name, below, 0) ?? textFault(part, below, levels - 1);
    if (fault) return fault;
  }
  return undefined;
}
