import type { Count } from '../store/CountReader.ts';

export type FlagStats = {
  flag: string;
  evaluations: number;
  /** Evaluations without a variant. */
  errors: number;
  variants: Record<string, number>;
  reasons: Record<string, number>;
};

/** Adds counts up by flag, in the order of keys; of one flag where it is named. */
export async function sumByFlag(
  counts: AsyncIterable<Count>,
  only?: string,
): Promise<FlagStats[]> {
  const byFlag = new Map<string, FlagStats>();
  for await (const { flag, variant, reason, count } of counts) {
    if (only !== undefined && flag !== only) continue;
    const stats = byFlag.get(flag) ?? {
      flag,
      evaluations: 0,
      errors: 0,
      variants: {},
      reasons: {},
    };
    byFlag.set(flag, stats);
    stats.evaluations += count;
    stats.reasons[reason] = (stats.reasons[reason] ?? 0) + count;
    if (variant === '') stats.errors += count;
    else stats.variants[variant] = (stats.variants[variant] ?? 0) + count;
  }
  return [...byFlag.values()].toSorted((a, b) => (a.flag < b.flag ? -1 : 1));
}
