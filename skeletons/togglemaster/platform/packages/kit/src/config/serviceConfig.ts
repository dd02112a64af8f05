import { z } from 'zod';

/** Settings that every service has. */
export const serviceConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info'),
  TOKEN_ISSUER: z.string().min(1).default('togglemaster-auth'),
  TOKEN_AUDIENCE: z.string().min(1).default('togglemaster'),
  /** Seconds from SIGTERM until the process ends whatever is left. */
  STOP_SECONDS: z.coerce.number().min(1).max(300).default(10),
});

/** Settings of a service that asks the auth service who a caller is. */
export const callerConfig = serviceConfig.extend({
  AUTH_URL: z.url(),
});
