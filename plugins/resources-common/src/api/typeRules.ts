import { z } from 'zod';

const variableSchema = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** What a variable may be in one environment. */
export const variableLimitSchema = z
  .strictObject({
    /** The only values that it may have, in the order in which forms offer them. */
    allowed: z
      .array(z.union([z.string(), z.number(), z.boolean()]))
      .min(1)
      .optional(),
    /** Smallest number. */
    min: z.number().optional(),
    /** Largest number. */
    max: z.number().optional(),
  })
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    {
      message: 'min must not be larger than max',
      path: ['min'],
    },
  );
export type VariableLimit = z.infer<typeof variableLimitSchema>;

/** Rules of the configuration for the variables of one type of resource in one environment. */
export const typeRulesSchema = z
  .strictObject({
    /** Values of variables that a request leaves out, by name. */
    defaults: z.record(variableSchema, z.json()).default({}),
    /** What variables may be, by name. */
    limits: z.record(variableSchema, variableLimitSchema).default({}),
  })
  .superRefine(({ defaults, limits }, context) => {
    for (const [name, value] of Object.entries(defaults)) {
      if (limits[name] && !isWithin(value, limits[name])) {
        context.addIssue({
          code: 'custom',
          path: ['defaults', name],
          message: 'is not within the limits of the variable',
        });
      }
    }
  });
export type TypeRules = z.infer<typeof typeRulesSchema>;

function isWithin(value: unknown, { allowed, min, max }: VariableLimit) {
  return (
    (!allowed || allowed.some(one => one === value)) &&
    (min === undefined || (typeof value === 'number' && value >= min)) &&
    (max === undefined || (typeof value === 'number' && value <= max))
  );
}

/** The limits as JSON Schema (2020-12) of the variables. */
export function limitsSchema(
  limits: TypeRules['limits'],
): Record<string, unknown> {
  return {
    properties: Object.fromEntries(
      Object.entries(limits).map(([name, { allowed, min, max }]) => [
        name,
        {
          ...(allowed && { enum: allowed }),
          ...(min !== undefined && { minimum: min }),
          ...(max !== undefined && { maximum: max }),
        },
      ]),
    ),
  };
}
