import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const environmentPickerSchema = makeFieldSchema({
  output: z => z.string(),
});

export const costCenterPickerSchema = makeFieldSchema({
  output: z => z.string(),
});

export const allowedValuePickerSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.number(), z.boolean()]),
  uiOptions: z =>
    z.object({
      type: z.string().describe('Type of the resource that the form makes'),
      variable: z
        .string()
        .describe('Variable of the skeleton that the field is for'),
      environmentFrom: z
        .string()
        .optional()
        .describe(
          'Name of the field with the environment. Default: environment',
        ),
      labels: z
        .record(z.string())
        .optional()
        .describe('What to show for a value, by the value. Default: itself'),
      descriptions: z
        .record(z.string())
        .optional()
        .describe('What to say below a value, by the value'),
    }),
});

export type EnvironmentPickerProps = typeof environmentPickerSchema.TProps;
export type CostCenterPickerProps = typeof costCenterPickerSchema.TProps;
export type AllowedValuePickerProps = typeof allowedValuePickerSchema.TProps;
