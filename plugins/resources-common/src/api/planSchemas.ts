import { z } from 'zod';

const json = z.json();

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

export const attributeChangeSchema = z.object({
  path: z.string(),
  before: json.optional(),
  after: json.optional(),
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
