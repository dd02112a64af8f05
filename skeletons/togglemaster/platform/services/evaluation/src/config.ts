import { callerConfig, redisConfig } from '@togglemaster/kit';
import { z } from 'zod';

const seconds = z.coerce.number().min(0.05);

export const evaluationConfig = callerConfig.extend({
  PORT: callerConfig.shape.PORT.default(8004),
  ...redisConfig,
  /** SQS queue of the telemetry. */
  QUEUE_URL: z.url(),
  AWS_REGION: z.string().min(1),
  /** At least 32 characters, the same for all replicas: signs stream tickets. */
  STREAM_SECRET: z.string().min(32, 'use at least 32 characters'),
  /** A good key is known that long without asking auth. */
  KEY_FRESH_SECONDS: seconds.default(30),
  /** How often versions are compared with Redis, for lost messages. */
  COMPARE_SECONDS: seconds.default(10),
  /** Unconfirmed for so long, answers are marked as stale. */
  STALE_AFTER_SECONDS: seconds.default(30),
  FLUSH_SECONDS: seconds.default(10),
  /** Share of evaluations kept as single events; all are counted. */
  SAMPLE_RATE: z.coerce.number().min(0).max(1).default(0.01),
  /** Single events that wait for the queue at most; the oldest are dropped. */
  EVENT_BUFFER: z.coerce.number().int().min(100).default(10_000),
  /** Origins of browsers that may call, comma-separated, or *. */
  CORS_ORIGINS: z.string().default(''),
});

export type EvaluationConfig = z.output<typeof evaluationConfig>;
