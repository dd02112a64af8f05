import { databaseConfig, serviceConfig } from '@togglemaster/kit';
import { z } from 'zod';

const count = z.coerce.number().int().min(1);

export const authConfig = serviceConfig.extend({
  PORT: serviceConfig.shape.PORT.default(8001),
  ...databaseConfig,
  /** 32 bytes in base64: encrypts the private signing keys in the database. */
  SIGNING_KEY_SECRET: z
    .string()
    .refine(
      text => Buffer.from(text, 'base64').length === 32,
      'give 32 random bytes in base64, as from: openssl rand -base64 32',
    ),
  /** Lets the first admin in; without it /auth/bootstrap is closed. */
  BOOTSTRAP_SECRET: z.string().min(16, 'use at least 16 characters').optional(),
  ACCESS_TOKEN_SECONDS: count.max(3600).default(900),
  REFRESH_TOKEN_DAYS: count.max(365).default(30),
  SIGNING_KEY_DAYS: count.max(365).default(30),
  LOGIN_ATTEMPTS_PER_ACCOUNT: count.default(10),
  LOGIN_ATTEMPTS_PER_ADDRESS: count.default(100),
  LOGIN_WINDOW_SECONDS: count.default(900),
  /** Proxies in front that add to X-Forwarded-For. */
  PROXIES: z.coerce.number().int().min(0).default(0),
});

export type AuthConfig = z.output<typeof authConfig>;
