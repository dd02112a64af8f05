import { z } from 'zod';
import type { JsonValue } from '../protocol';

// It was just parsed from JSON, so it is a JSON value; looking at each of a plan's thousands would only take time.
const value = z.custom<JsonValue>().optional();

const changeSchema = z.object({
  actions: z.array(z.string()),
  before: value,
  after: value,
  after_unknown: value,
  before_sensitive: value,
  after_sensitive: value,
  replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
  importing: z.unknown().optional(),
});

const resourceChangeSchema = z.object({
  address: z.string(),
  type: z.string(),
  name: z.string(),
  provider_name: z.string(),
  change: changeSchema,
});

const configuredSchema = z.object({
  address: z.string(),
  expressions: z.record(z.string(), z.unknown()).default({}),
});

/** A module as it stands in the configuration, with the attributes that its author wrote. */
export type ConfiguredModule = {
  resources: z.infer<typeof configuredSchema>[];
  module_calls: Record<string, { module?: ConfiguredModule }>;
};

const configuredModuleSchema: z.ZodType<ConfiguredModule> = z.lazy(() =>
  z.object({
    resources: z.array(configuredSchema).default([]),
    module_calls: z
      .record(
        z.string(),
        z.object({ module: configuredModuleSchema.optional() }),
      )
      .default({}),
  }),
);

/**
 * What the runner reads of `terraform show -json <plan>`. Source: format version 1.2,
 * developer.hashicorp.com/terraform/internals/json-format
 */
export const shownPlanSchema = z.object({
  format_version: z.string(),
  terraform_version: z.string(),
  resource_changes: z.array(resourceChangeSchema).default([]),
  resource_drift: z.array(resourceChangeSchema).default([]),
  output_changes: z.record(z.string(), changeSchema).default({}),
  planned_values: z
    .object({
      outputs: z.record(z.string(), z.object({ value: value })).optional(),
    })
    .optional(),
  configuration: z
    .object({ root_module: configuredModuleSchema.optional() })
    .optional(),
});

export type ShownPlan = z.infer<typeof shownPlanSchema>;
export type ShownResourceChange = ShownPlan['resource_changes'][number];
export type ShownChange = ShownResourceChange['change'];
