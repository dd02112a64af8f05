import type { Context } from '../model/context.ts';

/**
 * Reads "a.b" as the attribute of that very name or, failing that, b inside a.
 * Only own properties count.
 */
export function readAttribute(name: string): (context: Context) => unknown {
  if (!name.includes('.')) {
    return context =>
      Object.hasOwn(context, name) ? context[name] : undefined;
  }
  const path = name.split('.');
  return context =>
    Object.hasOwn(context, name) ? context[name] : follow(context, path);
}

function follow(context: Context, path: string[]): unknown {
  let value: unknown = context;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
