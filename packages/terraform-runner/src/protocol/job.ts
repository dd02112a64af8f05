import { z } from 'zod';
import { jsonValueSchema } from './json';

/**
 * What the runner may expect to find under the state key before it plans.
 *
 * - `absent`: the resource was never applied; any state there is foreign.
 * - `known`: the lineage and serial that the inventory recorded last. A state of another lineage is foreign,
 *   one with a smaller serial is older, none at all is missing: each is refused.
 */
export const stateExpectationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent') }),
  z.object({
    kind: z.literal('known'),
    lineage: z.string().min(1),
    serial: z.number().int().nonnegative(),
  }),
]);

export type StateExpectation = z.infer<typeof stateExpectationSchema>;

/**
 * `adopt` imports what stands in AWS and brings it to what the module says. `unlock` takes away a lock that nobody alive holds, `restore` writes an older version of the state; both leave
 * AWS as it is.
 */
export const operationSchema = z.enum([
  'plan',
  'apply',
  'adopt',
  'destroy',
  'unlock',
  'restore',
]);

export type Operation = z.infer<typeof operationSchema>;

/**
 * Everything that a runner needs for one phase of one run. The portal derives all of it; the runner never
 * adds to it from elsewhere.
 */
export const jobSchema = z.object({
  /** Version of this protocol. */
  protocol: z.literal(1),
  runId: z.string().min(1),
  /** 1 for the first runner of the run. A higher attempt fences all lower ones. */
  attempt: z.number().int().positive(),
  resourceId: z.string().min(1),
  operation: operationSchema,
  /** `plan` plans, and applies in the same process when the portal allows it at once; `apply` applies a stored plan. */
  phase: z.enum(['plan', 'apply']),
  /**
   * `summary`: the verdict needs only what `terraform plan -json` says, so the full plan is read beside the apply.
   * `full`: the full plan is read and sent before the verdict.
   */
  review: z.enum(['summary', 'full']),
  bundle: z.object({ digest: z.string().min(1) }),
  /** Values for the variables that the module declares, by name. They end in `terraform.tfvars.json` and nowhere else. */
  variables: z.record(z.string(), jsonValueSchema),
  /** Tags that the server sets on everything through the provider's `default_tags`. */
  tags: z.record(z.string(), z.string()),
  aws: z.object({
    region: z.string().min(1),
    /** Twelve digits. A caller identity in another account stops the run. */
    account: z.string().regex(/^\d{12}$/),
    /** Role to assume by web identity, when the environment names one. */
    roleArn: z.string().optional(),
  }),
  state: z.object({
    bucket: z.string().min(1),
    key: z.string().min(1),
    region: z.string().min(1),
    /** KMS key for state and plans; without it the bucket's default encryption applies. */
    kmsKeyId: z.string().optional(),
    expectation: stateExpectationSchema,
  }),
  /** Folder in the state bucket for the saved plan and an `errored.tfstate`, ending in `/`: `runs/<run>/`. */
  runPrefix: z.string().min(1),
  /** Operation `adopt` only. */
  adopt: z
    .object({
      /** What it is, for messages: `S3 bucket`. */
      title: z.string(),
      /** By which AWS knows it. */
      id: z.string().min(1),
      /** Ids by address, the thing itself first; the others are left out where AWS has nothing of the kind. */
      imports: z
        .array(z.object({ to: z.string().min(1), id: z.string().min(1) }))
        .min(1),
      /** Folder of the bundle with the module that finds more. */
      lookup: z.string().optional(),
    })
    .optional(),
  /** Operation `unlock` only: the lock that is to go, and no other. */
  unlock: z.object({ lockId: z.string().min(1) }).optional(),
  /** Operation `restore` only: the S3 version of the state object that is to come back. */
  restore: z.object({ versionId: z.string().min(1) }).optional(),
  /** Phase `apply` only: SHA-256 of the saved plan that was approved. */
  approvedPlanDigest: z.string().optional(),
  /** Provider sources that a module may use, such as `registry.terraform.io/hashicorp/aws`. */
  allowedProviders: z.array(z.string()),
  limits: z.object({
    /** Seconds for the whole phase. */
    deadlineSeconds: z.number().int().positive(),
    /** Seconds that Terraform has to save its state after a cancel. */
    graceSeconds: z.number().int().positive(),
    /** Seconds to wait for the state lock. */
    lockTimeoutSeconds: z.number().int().nonnegative(),
  }),
  /** After a destroy: ask the tagging API for what still carries this resource's tag. */
  searchOrphans: z.boolean(),
});

export type Job = z.infer<typeof jobSchema>;
