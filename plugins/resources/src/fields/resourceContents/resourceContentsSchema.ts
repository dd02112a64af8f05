import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What `ui:options` of ResourceContents may say. */
export const resourceContentsSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      resourceFrom: z
        .string()
        .optional()
        .describe(
          'Name of the field that holds the resource. Default: resource',
        ),
    }),
});

export type ResourceContentsProps = typeof resourceContentsSchema.TProps;
