import { z } from 'zod';
import { changeActionSchema, planDetailSchema } from './plan';

export const stepNameSchema = z.enum([
  'prepare',
  'identity',
  'guard',
  'init',
  'validate',
  'find',
  'plan',
  'show',
  'verdict',
  'contents',
  'fetch-plan',
  'apply',
  'output',
  'orphans',
  'unlock',
  'fetch-version',
  'stage',
  'restore',
]);

export type StepName = z.infer<typeof stepNameSchema>;

const time = z.iso.datetime();

/**
 * What a runner tells while it works. `seq` counts from 1 within one attempt without gaps; `time` is the
 * runner's clock in ISO 8601 UTC. Sensitive values were removed before an event is made.
 */
const base = { seq: z.number().int().positive(), time };

export const runnerEventSchema = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('step'),
    step: stepNameSchema,
    status: z.enum(['started', 'finished', 'failed', 'skipped']),
    /** Milliseconds, on `finished` and `failed`. */
    durationMs: z.number().nonnegative().optional(),
  }),
  z.object({
    ...base,
    type: z.literal('progress'),
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
    /** What is being worked on now, and since when. */
    current: z.array(
      z.object({
        address: z.string(),
        action: changeActionSchema,
        since: time,
      }),
    ),
  }),
  z.object({
    ...base,
    type: z.literal('log'),
    source: z.enum(['runner', 'terraform']),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    /** One whole line without its line end. */
    message: z.string(),
  }),
  z.object({
    ...base,
    type: z.literal('diagnostic'),
    severity: z.enum(['error', 'warning']),
    summary: z.string(),
    detail: z.string(),
    address: z.string().optional(),
    file: z.string().optional(),
    line: z.number().int().optional(),
    snippet: z.string().optional(),
  }),
  z.object({ ...base, type: z.literal('plan_detail'), plan: planDetailSchema }),
]);

export type RunnerEvent = z.infer<typeof runnerEventSchema>;

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'seq' | 'time'> : never;

/** An event before the sink numbers and dates it. */
export type RunnerEventBody = WithoutEnvelope<RunnerEvent>;

/** `POST .../events`: at most 500 events, in order. Empty is a heartbeat. */
export const eventBatchSchema = z.object({
  events: z.array(runnerEventSchema).max(500),
});

export type EventBatch = z.infer<typeof eventBatchSchema>;

export const eventBatchResponseSchema = z.object({
  /** The highest `seq` that the portal has stored; the runner sends on from there. */
  acceptedThrough: z.number().int().nonnegative(),
  /** True once somebody canceled the run: send Terraform one SIGINT, then wait. */
  cancelRequested: z.boolean(),
});

export type EventBatchResponse = z.infer<typeof eventBatchResponseSchema>;
