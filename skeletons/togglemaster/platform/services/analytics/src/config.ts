import { callerConfig } from '@togglemaster/kit';
import { z } from 'zod';

export const analyticsConfig = callerConfig.extend({
  PORT: callerConfig.shape.PORT.default(8005),
  /** SQS queue of the telemetry; its redrive policy is the infrastructure's. */
  QUEUE_URL: z.url(),
  TABLE_NAME: z.string().min(3).default('ToggleMasterAnalytics'),
  AWS_REGION: z.string().min(1),
  COUNTS_DAYS: z.coerce.number().int().min(1).default(400),
  EVENTS_DAYS: z.coerce.number().int().min(1).default(30),
  /** Long poll. */
  POLL_SECONDS: z.coerce.number().int().min(0).max(20).default(20),
});

export type AnalyticsConfig = z.output<typeof analyticsConfig>;
