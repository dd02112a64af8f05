import { z } from 'zod';
import { typeRulesSchema } from '@terrastage/plugin-resources-common';
import { durationSchema } from './durationSchema';
import { kubernetesLauncherSchema } from './kubernetesLauncherSchema';

const seconds = (count: number) => count * 1_000;
const minutes = (count: number) => seconds(count * 60);
const hours = (count: number) => minutes(count * 60);
const days = (count: number) => hours(count * 24);

/** What every AWS service takes as the value of a tag. */
const tagValue = z
  .string()
  .min(1)
  .regex(
    /^[A-Za-z0-9 +\-=._:/@]+$/,
    'is the value of an AWS tag: letters, digits, blanks and + - = . _ : / @',
  );

const environmentSchema = z.strictObject({
  title: z.string().min(1).optional(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region'),
  account: z
    .string('must be twelve digits in quotes')
    .regex(/^\d{12}$/, 'must be twelve digits in quotes'),
  stateBucket: z.string().min(3).max(63),
  stateRegion: z.string().optional(),
  roleArn: z.string().startsWith('arn:').optional(),
  roleArns: z.record(z.string(), z.string().startsWith('arn:')).optional(),
  kmsKeyId: z.string().optional(),
  resourceTypes: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be a type of resource'),
      typeRulesSchema,
    )
    .default({}),
  lifetime: z
    .strictObject({
      default: durationSchema.optional(),
      maximum: durationSchema.optional(),
    })
    .refine(
      ({ default: usual, maximum }) =>
        usual === undefined || maximum === undefined || usual <= maximum,
      'default must not be longer than maximum',
    )
    .prefault({}),
});

/** `resources.*` of the app configuration, with the defaults that `config.d.ts` states. Times are milliseconds. */
export const resourcesConfigSchema = z.strictObject({
  admins: z.array(z.string().toLowerCase()).default([]),
  /** Read by the permission policy. */
  teamLeads: z.array(z.string().toLowerCase()).default([]),
  environments: z
    .record(tagValue.max(40), environmentSchema)
    .refine(all => Object.keys(all).length > 0, 'must have at least one'),
  costCenters: z
    .array(
      z.strictObject({
        name: tagValue.max(64),
        title: z.string().min(1).optional(),
      }),
    )
    .min(1),
  allowedProviders: z
    .array(z.string().min(1))
    .default(['registry.terraform.io/hashicorp/aws']),
  review: z.enum(['summary', 'full']).default('summary'),
  runs: z
    .strictObject({
      maxConcurrent: z.number().int().positive().optional(),
      deadline: durationSchema.default(hours(2)),
      grace: durationSchema.default(minutes(10)),
      lockTimeout: durationSchema.default(minutes(1)),
      lostAfter: durationSchema.default(seconds(20)),
      retention: durationSchema.default(days(90)),
      confirmWithin: durationSchema.default(days(7)),
    })
    .prefault({}),
  launcher: z
    .strictObject({
      process: z
        .strictObject({
          command: z.array(z.string().min(1)).min(1).optional(),
          runsDir: z.string().min(1).optional(),
          env: z.record(z.string(), z.string()).default({}),
          terraformBinary: z.string().min(1).optional(),
          initCacheDir: z.string().min(1).optional(),
          standby: z.boolean().optional(),
        })
        .prefault({}),
      kubernetes: kubernetesLauncherSchema.optional(),
    })
    .prefault({}),
});

export type ResourcesConfig = z.output<typeof resourcesConfigSchema>;
export type EnvironmentConfig = ResourcesConfig['environments'][string];
