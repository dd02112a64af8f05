import { z } from 'zod';
import { flagKey, variantName } from './names.ts';

export const FLAG_TYPES = ['boolean', 'string', 'number', 'object'] as const;
export const flagType = z.enum(FLAG_TYPES);
export type FlagType = z.infer<typeof flagType>;

/** Any JSON but null, at most 16 KB as text. */
export const variantValue = z
  .union([
    z.boolean(),
    z.string(),
    z.number(),
    z.record(z.string(), z.json()),
    z.array(z.json()),
  ])
  .refine(
    value => JSON.stringify(value).length <= 16_384,
    'larger than 16 KB of JSON',
  );
export type VariantValue = z.infer<typeof variantValue>;

export const variants = z
  .record(variantName, variantValue)
  .refine(
    all => Object.keys(all).length >= 1 && Object.keys(all).length <= 100,
    'give 1 to 100 variants',
  );

export const prerequisite = z.strictObject({
  flag: flagKey,
  /** The variants of that flag with which this one goes on. */
  variants: z.array(variantName).min(1).max(100),
});
export type Prerequisite = z.infer<typeof prerequisite>;

/** A flag as one environment has it. */
export const flagState = z.object({
  key: flagKey,
  type: flagType,
  variants,
  /** False: everyone gets `offVariant`. */
  enabled: z.boolean(),
  /** For whom no rule holds. */
  defaultVariant: variantName,
  offVariant: variantName,
  prerequisites: z.array(prerequisite).max(20),
});
export type FlagState = z.infer<typeof flagState>;
