import type { Flag } from '../flags/Flag.ts';

export type Usage = { flag: string; variants: Record<string, number> };

export type StaleFlag = {
  id: string;
  key: string;
  reason: 'not-evaluated' | 'always-the-same';
  /** The variant that everyone got. */
  variant?: string;
  evaluations: number;
};

/**
 * Flags that may go: nobody asked for them, or everyone got the same. Permanent
 * ones, and those younger than the time looked at, are left out.
 */
export function findStale(
  flags: Flag[],
  usage: Usage[],
  since: Date,
): StaleFlag[] {
  const byFlag = new Map(usage.map(entry => [entry.flag, entry.variants]));
  return flags
    .filter(flag => !flag.permanent && flag.createdAt <= since.toISOString())
    .flatMap((flag): StaleFlag[] => {
      const variants = Object.entries(byFlag.get(flag.key) ?? {}).filter(
        ([, count]) => count > 0,
      );
      const evaluations = variants.reduce((sum, [, count]) => sum + count, 0);
      const found = { id: flag.id, key: flag.key, evaluations };
      const [only, second] = variants;
      if (!only) return [{ ...found, reason: 'not-evaluated' }];
      if (second) return [];
      return [{ ...found, reason: 'always-the-same', variant: only[0] }];
    });
}
