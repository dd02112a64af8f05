import { z } from 'zod';

const valuesSchema = z.record(z.string(), z.unknown());

const changeSchema = z.object({
  address: z.string(),
  type: z.string(),
  mode: z.enum(['managed', 'data']),
  change: z.object({
    actions: z.array(z.string()),
    after: valuesSchema.nullable(),
    after_unknown: z.unknown(),
  }),
});

/** The parts of `terraform show -json <plan>` that are read here. */
export const planJsonSchema = z.object({
  resource_changes: z.array(changeSchema).default(() => []),
});

export type PlanJson = z.infer<typeof planJsonSchema>;

/** The parts of `terraform show -json` that are read here. */
export const stateJsonSchema = z.object({
  values: z
    .object({
      outputs: z.record(
        z.string(),
        z.object({ sensitive: z.boolean(), value: z.json() }),
      ),
      root_module: z.object({
        resources: z.array(
          z.object({
            address: z.string(),
            type: z.string(),
            mode: z.enum(['managed', 'data']),
            values: valuesSchema,
          }),
        ),
      }),
    })
    .optional(),
});

export type StateJson = z.infer<typeof stateJsonSchema>;

/** A resource as it is or will be. */
export type ResourceValues = {
  address: string;
  type: string;
  values: Record<string, unknown>;
  /** Names of attributes that only the apply will know wholly. */
  unknown?: string[];
};
