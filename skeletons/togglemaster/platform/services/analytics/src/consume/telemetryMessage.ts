import { z } from 'zod';

/** No '#': it separates the parts of a key in the table. */
const part = z
  .string()
  .max(100)
  .regex(/^[^#]*$/);
const at = z.iso.datetime();

const counter = z.object({
  project: part.min(1),
  environment: part.min(1),
  flag: part.min(1),
  /** Empty where evaluation failed. */
  variant: part,
  reason: part.min(1),
  count: z.int().min(1),
});

const event = z.object({
  id: z.uuid(),
  at,
  project: part.min(1),
  environment: part.min(1),
  flag: part.min(1),
  variant: part,
  reason: part.min(1),
  rule: z.string().max(100).optional(),
  targetingKey: z.string().max(256).optional(),
});

/** What the evaluation service sends. */
export const telemetryMessage = z.object({
  id: z.uuid(),
  from: at,
  to: at,
  counters: z.array(counter).max(90),
  events: z.array(event).max(500),
});

export type TelemetryMessage = z.infer<typeof telemetryMessage>;
export type Counter = z.infer<typeof counter>;
export type EvaluationEvent = z.infer<typeof event>;
