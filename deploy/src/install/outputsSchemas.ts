import { z } from 'zod';

const texts = z.record(z.string(), z.string());

/** The outputs of the stacks in `deploy/terraform`, as far as an installation needs them. */
export const outputsSchemas = {
  bootstrap: z.object({
    state_buckets: texts,
    kms_key_arn: z.string(),
    backend: z.record(z.string(), z.union([z.string(), z.boolean()])),
  }),
  cluster: z.object({
    cluster_name: z.string(),
    oidc_issuer: z.string(),
    load_balancer_cidr_blocks: z.array(z.string()),
    data_cidr_blocks: z.array(z.string()),
    target_group_arn: z.string(),
    portal_url: z.string(),
    portal_secret_arn: z.string(),
    database: z.object({
      host: z.string(),
      port: z.number(),
      name: z.string(),
      secret_arn: z.string(),
    }),
    login: z.object({
      user_pool_id: z.string(),
      user_pool_arn: z.string(),
      client_id: z.string(),
      metadata_url: z.string(),
      url: z.string(),
    }),
    repositories: z.object({ portal: z.string(), runner: z.string() }),
  }),
  access: z.object({
    portal_role_arn: z.string(),
    external_secrets_role_arn: z.string(),
    external_dns_role_arn: z.string().nullish(),
    runner_role_arn: z.string(),
    template_role_arns: texts,
    made_boundary_arn: z.string(),
  }),
};

export type StackName = keyof typeof outputsSchemas;

export type Outputs = {
  [Name in StackName]: z.output<(typeof outputsSchemas)[Name]>;
};
