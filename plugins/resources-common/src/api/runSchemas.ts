import { z } from 'zod';
import { runStatuses } from '../runs/RunStatus';
import {
  changeActionSchema,
  planDetailSchema,
  planSummarySchema,
} from './planSchemas';

const time = z.iso.datetime();

export const runOperationSchema = z.enum([
  'plan',
  'apply',
  'adopt',
  'destroy',
  'unlock',
  'restore',
]);

export const runFailureSchema = z.object({
  /** The runner's failure codes, and the portal's own: `runner_lost`, `launch_failed`, `policy`. */
  code: z.string(),
  /** What failed, on what, and what to do next. */
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
export type RunFailure = z.infer<typeof runFailureSchema>;

export const runStepSchema = z.object({
  step: z.string(),
  status: z.enum(['started', 'finished', 'failed', 'skipped']),
  startedAt: time,
  durationMs: z.number().nonnegative().optional(),
});
export type RunStep = z.infer<typeof runStepSchema>;

export const runProgressSchema = z.object({
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  current: z.array(
    z.object({ address: z.string(), action: changeActionSchema, since: time }),
  ),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

/** A run as the API shows it. */
export const runViewSchema = z.object({
  id: z.string(),
  resourceId: z.string(),
  resourceName: z.string(),
  resourceType: z.string(),
  environment: z.string(),
  owner: z.string(),
  operation: runOperationSchema,
  status: z.enum(runStatuses),
  attempt: z.number().int().nonnegative(),
  requestedBy: z.string(),
  createdAt: time,
  startedAt: time.optional(),
  plannedAt: time.optional(),
  applyingAt: time.optional(),
  finishedAt: time.optional(),
  /** Place in the queue, from 1; only while `pending`. */
  queuePosition: z.number().int().positive().optional(),
  bundleDigest: z.string(),
  planDigest: z.string().optional(),
  summary: planSummarySchema.optional(),
  steps: z.array(runStepSchema),
  progress: runProgressSchema.optional(),
  failure: runFailureSchema.optional(),
  cancelRequestedAt: time.optional(),
  cancelRequestedBy: z.string().optional(),
  orphans: z.array(z.string()).optional(),
  usage: z
    .object({
      /** Largest resident set of the Terraform process, bytes. */
      maxRssBytes: z.number().nonnegative(),
    })
    .optional(),
  /** True when the caller may cancel it now. */
  cancelable: z.boolean(),
  /** The run that this one tries again. */
  retryOf: z.string().optional(),
  /** Versions of the template, where this run changes it. */
  versions: z.object({ from: z.string(), to: z.string() }).optional(),
  /** What became of its parked plan. */
  decision: z
    .object({
      type: z.enum(['confirmed', 'discarded']),
      at: time,
      /** Entity ref; absent when nobody decided in time. */
      by: z.string().optional(),
      note: z.string().optional(),
    })
    .optional(),
  /** When its parked plan is discarded, unless somebody decides before. */
  decideBy: time.optional(),
  /** What the caller may do now. */
  actions: z.object({
    /** Confirm or discard its plan. */
    decide: z.boolean(),
    retry: z.boolean(),
  }),
});
export type RunView = z.infer<typeof runViewSchema>;

/** `GET /runs/{id}`: the run, and its plan in full once it is known. */
export const runDetailSchema = runViewSchema.extend({
  plan: planDetailSchema.optional(),
});
export type RunDetail = z.infer<typeof runDetailSchema>;

const event = { seq: z.number().int().positive(), time };

/** What the run page and the task log follow; `seq` counts within the run, without gaps, over all attempts. */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...event,
    type: z.literal('status'),
    status: z.enum(runStatuses),
    failure: runFailureSchema.optional(),
  }),
  z.object({
    ...event,
    type: z.literal('step'),
    step: z.string(),
    status: z.enum(['started', 'finished', 'failed', 'skipped']),
    durationMs: z.number().nonnegative().optional(),
  }),
  z.object({
    ...event,
    type: z.literal('progress'),
    ...runProgressSchema.shape,
  }),
  z.object({
    ...event,
    type: z.literal('log'),
    source: z.enum(['portal', 'runner', 'terraform']),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string(),
  }),
  z.object({
    ...event,
    type: z.literal('diagnostic'),
    severity: z.enum(['error', 'warning']),
    summary: z.string(),
    detail: z.string(),
    address: z.string().optional(),
    file: z.string().optional(),
    line: z.number().int().optional(),
    snippet: z.string().optional(),
  }),
  /** The plan is there: read it with `GET /runs/{id}`. */
  z.object({ ...event, type: z.literal('plan'), summary: planSummarySchema }),
  z.object({ ...event, type: z.literal('plan_detail') }),
]);
export type RunEvent = z.infer<typeof runEventSchema>;

export const runEventsPageSchema = z.object({
  items: z.array(runEventSchema),
  /** True when the run is over and `items` reaches its last event. */
  end: z.boolean(),
});
export type RunEventsPage = z.infer<typeof runEventsPageSchema>;
