import { randomInt } from 'node:crypto';
import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider';

// Without characters that look alike in a terminal.
const CLASSES = [
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  'abcdefghijkmnopqrstuvwxyz',
  '23456789',
  '!@#%^*-_=+',
];
const LENGTH = 20;

/** One character below `max`, evenly. */
export type Random = (max: number) => number;

/**
 * A password that any pool takes: a character of each kind, as long as the pool
 * wants and 20 at least.
 */
export function generatePassword(
  policy: PasswordPolicyType = {},
  random: Random = randomInt,
): string {
  const length = Math.max(LENGTH, policy.MinimumLength ?? 0);
  const pick = (from: string) => from[random(from.length)];
  const everything = CLASSES.join('');
  const characters = [
    ...CLASSES.map(pick),
    ...Array.from({ length: length - CLASSES.length }, () => pick(everything)),
  ];
  for (let i = characters.length - 1; i > 0; i--) {
    const other = random(i + 1);
    [characters[i], characters[other]] = [characters[other], characters[i]];
  }
  return characters.join('');
}
