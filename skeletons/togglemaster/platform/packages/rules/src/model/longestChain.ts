import type { FlagState } from './flag.ts';

type WithPrerequisites = Pick<FlagState, 'key' | 'prerequisites'>;

/** So many prerequisites may follow one another. */
export const MAX_PREREQUISITE_DEPTH = 10;

/** The longest way through a flag, from a flag that nothing needs down to one that needs nothing. There must be no circle. */
export function longestChain(
  flags: WithPrerequisites[],
  through: string,
): string[] {
  const needs = new Map<string, string[]>();
  const neededBy = new Map<string, string[]>();
  for (const { key, prerequisites } of flags) {
    for (const { flag } of prerequisites) {
      add(needs, key, flag);
      add(neededBy, flag, key);
    }
  }
  return [
    ...longestFrom(neededBy, through).toReversed(),
    through,
    ...longestFrom(needs, through),
  ];
}

function add(ways: Map<string, string[]>, from: string, to: string) {
  const known = ways.get(from);
  if (known) known.push(to);
  else ways.set(from, [to]);
}

/** Without where it begins. */
function longestFrom(
  ways: Map<string, string[]>,
  start: string,
  known = new Map<string, string[]>(),
): string[] {
  let longest = known.get(start);
  if (longest) return longest;
  longest = [];
  for (const next of ways.get(start) ?? []) {
    const way = [next, ...longestFrom(ways, next, known)];
    if (way.length > longest.length) longest = way;
  }
  known.set(start, longest);
  return longest;
}
