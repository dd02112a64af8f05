import { callerConfig, databaseConfig, redisConfig } from '@togglemaster/kit';
import { z } from 'zod';

export const targetingConfig = callerConfig.extend({
  PORT: callerConfig.shape.PORT.default(8003),
  ...databaseConfig,
  ...redisConfig,
  /** Asked for the variants that a rule may serve. */
  FLAG_URL: z.url(),
});
