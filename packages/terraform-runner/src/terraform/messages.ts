import { z } from 'zod';
import { jsonValueSchema } from '../protocol';

const resourceSchema = z.object({
  addr: z.string(),
  resource_type: z.string(),
  resource_name: z.string(),
});

const hookSchema = z.object({ resource: resourceSchema, action: z.string() });

export const diagnosticSchema = z.object({
  severity: z.enum(['error', 'warning']),
  summary: z.string(),
  detail: z.string().default(''),
  address: z.string().optional(),
  range: z
    .object({
      filename: z.string(),
      start: z.object({ line: z.number().int() }),
    })
    .optional(),
  snippet: z.object({ code: z.string() }).optional(),
});

export type TerraformDiagnostic = z.infer<typeof diagnosticSchema>;

const base = { '@level': z.string(), '@message': z.string() };

/**
 * The messages of Terraform's machine-readable user interface that the runner acts on. All others are kept
 * for the log. Source: developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export const messageSchema = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('version'), terraform: z.string() }),
  z.object({
    ...base,
    type: z.literal('planned_change'),
    change: z.object({
      resource: resourceSchema,
      action: z.string(),
      importing: z.unknown().optional(),
    }),
  }),
  z.object({
    ...base,
    type: z.literal('apply_start'),
    hook: hookSchema,
  }),
  z.object({
    ...base,
    type: z.literal('apply_complete'),
    hook: hookSchema,
  }),
  z.object({
    ...base,
    type: z.literal('apply_errored'),
    hook: hookSchema,
  }),
  z.object({
    ...base,
    type: z.literal('outputs'),
    outputs: z.record(
      z.string(),
      z.object({ sensitive: z.boolean(), value: jsonValueSchema.optional() }),
    ),
  }),
  z.object({
    ...base,
    type: z.literal('diagnostic'),
    diagnostic: diagnosticSchema,
  }),
]);

export type TerraformMessage = z.infer<typeof messageSchema>;

/** Any line of the stream: level and text are on all of them. */
export const lineSchema = z.looseObject({ ...base, type: z.string() });
