import {
  flagKey,
  flagType,
  plainText,
  prerequisite,
  slug,
  variantFaults,
  variantName,
  variants,
  type FlagType,
  type VariantValue,
} from '@togglemaster/rules';
import { z } from 'zod';

/** A flag in one environment. */
export const settings = z.object({
  enabled: z.boolean(),
  defaultVariant: variantName,
  offVariant: variantName,
  prerequisites: z.array(prerequisite).max(20),
  /** Grows with each change; a change names the one it was made from. */
  revision: z.int(),
});
export type Settings = z.infer<typeof settings>;

const tag = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/);

const definition = {
  description: plainText(1000),
  variants,
  tags: z.array(tag).max(20),
  /** Never listed as stale. */
  permanent: z.boolean(),
};

export const flag = z.object({
  id: z.uuid(),
  project: slug,
  key: flagKey,
  type: flagType,
  ...definition,
  revision: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  environments: z.record(z.string(), settings),
});
export type Flag = z.infer<typeof flag>;

export const newFlag = z
  .strictObject({
    project: slug,
    key: flagKey,
    type: flagType,
    description: definition.description.default(''),
    variants: definition.variants,
    tags: definition.tags.default([]),
    permanent: definition.permanent.default(false),
    defaultVariant: variantName,
    offVariant: variantName,
  })
  .superRefine((given, context) => {
    addVariantFaults(given.type, given.variants, context);
    for (const name of ['defaultVariant', 'offVariant'] as const) {
      if (!Object.hasOwn(given.variants, given[name])) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `no variant is called ${given[name]}`,
        });
      }
    }
  });
export type NewFlag = z.output<typeof newFlag>;

export const flagUpdate = z.strictObject({ ...definition, revision: z.int() });
export type FlagUpdate = z.output<typeof flagUpdate>;

export const settingsUpdate = settings.strict();

function addVariantFaults(
  type: FlagType,
  all: Record<string, VariantValue>,
  context: z.RefinementCtx,
) {
  for (const { variant, message } of variantFaults(type, all)) {
    context.addIssue({ code: 'custom', path: ['variants', variant], message });
  }
}
