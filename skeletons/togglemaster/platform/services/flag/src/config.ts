import { callerConfig, databaseConfig, redisConfig } from '@togglemaster/kit';
import { z } from 'zod';

export const flagConfig = callerConfig.extend({
  PORT: callerConfig.shape.PORT.default(8002),
  ...databaseConfig,
  ...redisConfig,
  /** For imports and exports, which include rules. */
  TARGETING_URL: z.url(),
  /** For the list of stale flags. */
  ANALYTICS_URL: z.url(),
});
