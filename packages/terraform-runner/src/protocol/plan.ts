import { z } from 'zod';
import { jsonValueSchema } from './json';

export const changeActionSchema = z.enum([
  'create',
  'update',
  'replace',
  'delete',
  'import',
  'read',
  'no-op',
]);

export type ChangeAction = z.infer<typeof changeActionSchema>;

export const planSummarySchema = z.object({
  create: z.number().int().nonnegative(),
  update: z.number().int().nonnegative(),
  replace: z.number().int().nonnegative(),
  delete: z.number().int().nonnegative(),
  import: z.number().int().nonnegative(),
  /** What changes, without values; `no-op` and `read` are left out. */
  changes: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      name: z.string(),
      action: changeActionSchema,
      /** It stands in AWS already and comes under management, whatever else is done to it. */
      imported: z.boolean().optional(),
    }),
  ),
});

export type PlanSummary = z.infer<typeof planSummarySchema>;

/**
 * One attribute that a change touches. A sensitive side carries no value at all; an unknown one is known
 * only after the apply. `path` reads like Terraform's: `tags["Name"]`, `rule[0].id`.
 */
export const attributeChangeSchema = z.object({
  path: z.string(),
  before: jsonValueSchema.optional(),
  after: jsonValueSchema.optional(),
  beforeSensitive: z.boolean().optional(),
  afterSensitive: z.boolean().optional(),
  afterUnknown: z.boolean().optional(),
  forcesReplacement: z.boolean().optional(),
  /** Variables that the attribute is made of, where it forces a replacement. */
  inputs: z.array(z.string()).optional(),
});

export type AttributeChange = z.infer<typeof attributeChangeSchema>;

export const planDetailSchema = z.object({
  terraformVersion: z.string(),
  formatVersion: z.string(),
  changes: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      name: z.string(),
      providerName: z.string(),
      action: changeActionSchema,
      imported: z.boolean().optional(),
      attributes: z.array(attributeChangeSchema),
    }),
  ),
  outputs: z.array(
    z.object({
      name: z.string(),
      action: changeActionSchema,
      sensitive: z.boolean(),
    }),
  ),
  /** What differed in AWS from the state before this plan. */
  drift: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      action: changeActionSchema,
      attributes: z.array(attributeChangeSchema),
    }),
  ),
});

export type PlanDetail = z.infer<typeof planDetailSchema>;
