import type { Prerequisite } from './flag.ts';

type WithPrerequisites = { key: string; prerequisites: Prerequisite[] };

/** A way from the flag back to itself, or nothing. */
export function prerequisiteCircle(
  flags: WithPrerequisites[],
  start: string,
): string[] | undefined {
  const byKey = new Map(flags.map(flag => [flag.key, flag]));
  const seen = new Set<string>();
  const walk = (key: string, path: string[]): string[] | undefined => {
    for (const { flag: next } of byKey.get(key)?.prerequisites ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const circle = walk(next, [...path, next]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(start, [start]);
}
