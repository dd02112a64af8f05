import { z } from 'zod';
import { jsonValueSchema } from './json';
import { planDetailSchema, planSummarySchema } from './plan';

/** `POST .../plan`: the plan is saved; what now? The same request may come again after a lost answer. */
export const planResultSchema = z.object({
  /** SHA-256 of the saved plan file, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  summary: planSummarySchema,
  /** Present when the job asked for `review: full`. */
  detail: planDetailSchema.optional(),
});

export type PlanResult = z.infer<typeof planResultSchema>;

/** `apply`: go on in this process. `exit`: the run is parked, denied or plan-only; end with `planned`. */
export const planVerdictSchema = z.object({ next: z.enum(['apply', 'exit']) });

export type PlanVerdict = z.infer<typeof planVerdictSchema>;

/** One thing in the state: no attributes but the provider's id and ARN. */
export const managedResourceSchema = z.object({
  address: z.string(),
  type: z.string(),
  name: z.string(),
  id: z.string().optional(),
  arn: z.string().optional(),
});

export type ManagedResource = z.infer<typeof managedResourceSchema>;

export const stateRecordSchema = z.object({
  lineage: z.string(),
  serial: z.number().int().nonnegative(),
  /** S3 version id of the state object. */
  versionId: z.string().optional(),
  terraformVersion: z.string(),
  managed: z.array(managedResourceSchema),
});

export type StateRecord = z.infer<typeof stateRecordSchema>;

export const outputSchema = z.object({
  sensitive: z.boolean(),
  /** Absent for a sensitive output: its value never leaves the runner. */
  value: jsonValueSchema.optional(),
});

export type Output = z.infer<typeof outputSchema>;

/** Why a run failed, in a form that the portal can act on and a person can read. */
export const failureSchema = z.object({
  code: z.enum([
    'invalid_bundle',
    'invalid_variables',
    'identity',
    'wrong_account',
    'state_missing',
    'state_empty',
    'state_older',
    'state_foreign',
    'state_unreadable',
    'locked',
    'lock_changed',
    'unlock_failed',
    'restore_failed',
    'init_failed',
    'adoption_refused',
    'plan_failed',
    'plan_stale',
    'bucket_not_empty',
    'apply_failed',
    'state_not_saved',
    'disk_full',
    'unreachable',
    'timed_out',
    'fenced',
    'internal',
  ]),
  /** What failed, on what, and what to do next; for people. */
  message: z.string(),
  step: z.string().optional(),
  lock: z
    .object({
      id: z.string(),
      who: z.string(),
      operation: z.string(),
      created: z.string(),
    })
    .optional(),
});

export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/**
 * `POST .../result`: the phase is over. Sent until the portal answers; the same again is answered the same.
 * `planned` ends a phase whose plan is parked or was all that was asked for.
 */
export const runResultSchema = z.object({
  outcome: z.enum(['planned', 'applied', 'failed', 'canceled']),
  /** True once `terraform apply` was started: from then on AWS may have changed. */
  applyStarted: z.boolean(),
  outputs: z.record(z.string(), outputSchema).optional(),
  state: stateRecordSchema.optional(),
  /** ARNs that still carry the resource's tag after a destroy. */
  orphans: z.array(z.string()).optional(),
  failure: failureSchema.optional(),
  /** Where a local `errored.tfstate` was saved: `s3://…` or a path on the runner's machine. */
  savedState: z.string().optional(),
  usage: z
    .object({
      /** Largest resident set of the Terraform process, bytes. */
      maxRssBytes: z.number().nonnegative(),
    })
    .optional(),
});

export type RunResult = z.infer<typeof runResultSchema>;
