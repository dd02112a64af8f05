import { z } from 'zod';
import { condition } from './condition.ts';
import { attributeName, flagKey, plainText, variantName } from './names.ts';

export const MAX_CONDITIONS = 50;
/** Of one flag in one environment, where many are given at once. */
export const MAX_RULES = 200;

/** Sum of the weights of a rollout, by flagd's definition. */
export const MAX_TOTAL_WEIGHT = 2 ** 31 - 1;

export const weight = z.strictObject({
  variant: variantName,
  weight: z.int().min(0).max(MAX_TOTAL_WEIGHT),
});

export const weights = z
  .array(weight)
  .min(1)
  .max(100)
  .superRefine((list, context) => {
    const total = list.reduce((sum, entry) => sum + entry.weight, 0);
    if (total < 1 || total > MAX_TOTAL_WEIGHT) {
      context.addIssue({
        code: 'custom',
        message: `the weights add up to ${total}; 1 to ${MAX_TOTAL_WEIGHT} is possible`,
      });
    }
  });

/**
 * `seed` decides who lands where together with the value of `bucketBy`. It is
 * given once: another seed moves users between variants.
 */
export const rollout = z.strictObject({
  seed: z.string().min(1).max(200),
  bucketBy: attributeName.default('targetingKey'),
  weights,
});

export const serve = z.union([
  z.strictObject({ variant: variantName }),
  z.strictObject({ rollout }),
]);

/** All conditions have to hold; a rule without any holds for everyone. */
export const rule = z.object({
  id: z.string(),
  name: plainText(100),
  flag: flagKey,
  /** Lower comes first. */
  position: z.int(),
  enabled: z.boolean(),
  conditions: z.array(condition).max(MAX_CONDITIONS),
  serve,
});

/** Names of the variants that it may give. */
export const servedBy = (given: Serve): string[] =>
  'variant' in given
    ? [given.variant]
    : given.rollout.weights.map(({ variant }) => variant);

export type Rule = z.infer<typeof rule>;
export type Serve = z.infer<typeof serve>;
export type Rollout = z.infer<typeof rollout>;
export type Weight = z.infer<typeof weight>;
