import type { z } from 'zod/v3';

/** The input of `terraform:plan` and `terraform:apply`. What the portal derives (state, tags, account) isn't in it. */
export const resourceInput = {
  skeleton: (zod: typeof z) =>
    zod
      .string({
        description:
          'Name of a skeleton of the platform: a folder under scaffolder.terraform.skeletons. Give this or path.',
      })
      .optional(),
  path: (zod: typeof z) =>
    zod
      .string({
        description:
          "Folder in the task's workspace that holds the Terraform files and their terrastage.yaml. Give this or skeleton.",
      })
      .optional(),
  resourceId: (zod: typeof z) =>
    zod
      .string({
        description:
          'Id of a resource that stands: it is changed, once somebody has confirmed the plan. Without it a new one is made. The page Change fills it in.',
      })
      .optional(),
  adopt: (zod: typeof z) =>
    zod
      .string({
        description:
          "Id by which AWS knows what stands already: it is adopted, once somebody has confirmed the plan. The skeleton's terrastage.yaml says which id that is. A change leaves it out of account.",
      })
      .optional(),
  parameters: (zod: typeof z) =>
    zod
      .record(zod.any(), {
        description:
          'What the form was filled with, as ${{ parameters }}, so that Change can show it again. Secrets are not among it.',
      })
      .optional(),
  type: (zod: typeof z) =>
    zod
      .string({
        description:
          "Type of the resource. Default: the manifest's, and no other is taken.",
      })
      .optional(),
  name: (zod: typeof z) =>
    zod.string({ description: 'Name of the resource in the inventory' }),
  environment: (zod: typeof z) =>
    zod.string({
      description:
        'Environment that it goes to; it says the account and the region',
    }),
  owner: (zod: typeof z) =>
    zod.string({
      description:
        'Entity reference of the group or user that owns it: group:default/payments',
    }),
  system: (zod: typeof z) =>
    zod
      .string({
        description: 'Entity reference of the system that it belongs to',
      })
      .optional(),
  costCenter: (zod: typeof z) =>
    zod.string({ description: 'Cost centre that pays for it' }),
  description: (zod: typeof z) =>
    zod.string({ description: 'What it is for' }).optional(),
  variables: (zod: typeof z) =>
    zod.record(zod.any(), {
      description:
        "Values for the module's variables, by name. They stay values: none becomes Terraform code.",
    }),
  uses: (zod: typeof z) =>
    zod
      .record(zod.any(), {
        description:
          "Resources that it is built on, by the relations of the skeleton's terrastage.yaml: the id or the entity reference of one, or a list. The portal fills variables from their outputs. Empty ones are left out.",
      })
      .optional(),
  expiresAt: (zod: typeof z) =>
    zod
      .string({
        description: 'When it expires, in ISO 8601. Give this or expiresIn.',
      })
      .optional(),
  expiresIn: (zod: typeof z) =>
    zod
      .string({
        description:
          'How long until it expires, from now: 30 days, P30D. Give this or expiresAt.',
      })
      .optional(),
};

/** The input as the handlers see it. */
export type ResourceInput = {
  [K in keyof typeof resourceInput]: z.output<
    ReturnType<(typeof resourceInput)[K]>
  >;
};
