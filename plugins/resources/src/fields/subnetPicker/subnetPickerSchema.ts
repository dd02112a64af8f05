import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

export const subnetPickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      resourceFrom: z
        .string()
        .describe('Name of the field with the id of the network'),
    }),
});

export type SubnetPickerProps = typeof subnetPickerSchema.TProps;
