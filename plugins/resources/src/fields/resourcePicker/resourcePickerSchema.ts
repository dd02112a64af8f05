import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { resourceStatuses } from '@terrastage/plugin-resources-common';

/** What `ui:options` of a ResourcePicker may say. */
export const resourcePickerSchema = makeFieldSchema({
  output: z => z.union([z.string(), z.array(z.string())]),
  uiOptions: z =>
    z.object({
      type: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('Types of resource to choose from. Default: all'),
      environment: z
        .string()
        .optional()
        .describe('Environment to choose from. Default: all'),
      environmentFrom: z
        .string()
        .optional()
        .describe(
          'Name of the field of the form that holds the environment; until it has a value there is nothing to choose',
        ),
      builtOnFrom: z
        .string()
        .optional()
        .describe(
          'Name of the field of the form with the resource that these must be built on, as instances are on a network. Others are shown and cannot be chosen. Default: none',
        ),
      everybodys: z
        .boolean()
        .optional()
        .describe(
          'Also what others own, for those who may see it, such as admins. Default: only what the teams of the user have',
        ),
      status: z
        .array(z.enum(resourceStatuses))
        .optional()
        .describe('Statuses to choose from. Default: active'),
      many: z
        .boolean()
        .optional()
        .describe('Several may be chosen: the value is a list of ids'),
      template: z
        .string()
        .optional()
        .describe(
          'Name of the template that makes such a resource, offered where there is none',
        ),
    }),
});

export type ResourcePickerProps = typeof resourcePickerSchema.TProps;
export type ResourcePickerOptions = NonNullable<
  ResourcePickerProps['uiSchema']['ui:options']
>;
