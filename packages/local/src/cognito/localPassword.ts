import { randomInt } from 'node:crypto';

// Without characters that look alike in a terminal.
const CLASSES = [
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  'abcdefghijkmnopqrstuvwxyz',
  '23456789',
];
const GROUPS = 4;

/** By the rules of our pool, and easy to select with two clicks and to type: Kx7m-Tq2d-Wn9a-Rb4s. */
export function localPassword(pick = randomInt): string {
  const all = CLASSES.join('');
  const one = (from: string) => from[pick(from.length)];
  return Array.from({ length: GROUPS }, () =>
    [...CLASSES.map(one), one(all)].join(''),
  ).join('-');
}
