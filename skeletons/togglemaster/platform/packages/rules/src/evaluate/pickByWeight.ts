import type { Weight } from '../model/rule.ts';
import { murmur3 } from './murmur3.ts';

const TWO_32 = 2 ** 32;
/** Up to here hash times total is exact as a double. */
const EXACT_TOTAL = 2 ** 21;

/**
 * flagd's fractional bucketing, version 2: the hash is scaled to the total
 * weight, and the first variant whose cumulative weight exceeds it is taken.
 */
export function pickByWeight(
  text: string,
  weights: readonly Weight[],
  total: number,
): string {
  const bucket = scale(murmur3(text), total);
  let sum = 0;
  for (const { variant, weight } of weights) {
    sum += weight;
    if (sum > bucket) return variant;
  }
  throw new RangeError(`The weights add up to ${sum}, not to ${total}`);
}

function scale(hash: number, total: number): number {
  return total <= EXACT_TOTAL
    ? Math.floor((hash * total) / TWO_32)
    : Number((BigInt(hash) * BigInt(total)) >> 32n);
}
