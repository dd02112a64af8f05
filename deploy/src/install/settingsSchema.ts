import { z } from 'zod';

const account = z
  .string({ error: "must be twelve digits in quotes, such as '111122223333'" })
  .regex(/^\d{12}$/, 'must be twelve digits');
const region = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region');
const role = z
  .string()
  .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'must be the ARN of a role');
const secret = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^*]+$/,
    'must be the whole ARN of a secret',
  );
const variable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,63}$/, 'must be a variable such as GITHUB_TOKEN');
const address = z.url({ protocol: /^https$/ });
const anything = z.record(z.string(), z.unknown());

const environmentSchema = z.looseObject({
  account: account.optional(),
  region: region.optional(),
  stateBucket: z.string().optional(),
});

type Environment = z.output<typeof environmentSchema>;

/** In YAML a key with nothing behind it is null. */
const environment = environmentSchema
  .nullable()
  .transform((value): Environment => value ?? {});

/** The file that says what is to be installed; `deploy/platform.example.yaml` shows all of it. */
export const settingsSchema = z.strictObject({
  /** Names of what is made begin with it. */
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{1,18}[a-z0-9]$/,
      'must be 3 to 20 lower-case letters, digits and hyphens, beginning with a letter',
    )
    .default('terrastage'),
  account,
  region,
  domain: z
    .string()
    .regex(
      /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
      'must be a full name such as portal.example.com',
    ),
  hostedZoneId: z.string().regex(/^Z[A-Z0-9]+$/, 'must be the id of a zone'),
  /** Who administers the cluster; whoever installs is among them. */
  adminRoleArns: z.array(role).min(1),
  /** Of both images, in the repositories that the cluster stack makes. */
  imageTag: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/),
  bucketNames: z.array(z.string()).min(1),
  resourceRegions: z.array(region).optional(),
  /** As `resources.environments` of the portal; those in another account name their `stateBucket`. */
  environments: z
    .record(
      z
        .string()
        .regex(
          /^[a-z][a-z0-9-]{1,9}$/,
          'must be 2 to 10 lower-case letters, digits and hyphens, beginning with a letter',
        ),
      environment,
    )
    .refine(all => Object.keys(all).length > 0, 'needs one at least'),
  costCenters: z
    .array(z.strictObject({ name: z.string(), title: z.string().optional() }))
    .min(1),
  /** Addresses of the files with users and groups. Default: those in the image. */
  people: z.strictObject({ users: address, groups: address }).optional(),
  /** Secrets for the portal, by the environment variable that its configuration names. */
  secrets: z
    .record(
      variable,
      z.strictObject({
        arn: secret,
        /** Of the JSON that the secret holds. Default: all that it holds. */
        property: z.string().min(1).optional(),
      }),
    )
    .default({}),
  /** More variables of the stacks in `deploy/terraform`. */
  stacks: z
    .strictObject({
      bootstrap: anything.default({}),
      cluster: anything.default({}),
      access: anything.default({}),
    })
    .prefault({}),
  /** More values of `deploy/gitops`. */
  values: anything.default({}),
});

export type Settings = z.output<typeof settingsSchema>;
