import { z } from 'zod';

/** Settings of a service that talks to Redis. */
export const redisConfig = {
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
};
