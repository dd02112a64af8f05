import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'terrastage.login';

const loginSchema = z
  .object({
    logoutUrl: z
      .url()
      // Backstage's web app follows no other.
      .refine(
        text => /^(https:|http:\/\/localhost(:|\/|$))/.test(text),
        'has to be https, or on localhost',
      )
      .optional(),
    verifiedClaim: z.string().min(1).default('email_verified'),
  })
  .prefault({});

export type LoginConfig = z.infer<typeof loginSchema> & {
  /** Where the web app is served; no login leads elsewhere. */
  appOrigin: string;
};

/**
 * Reads `terrastage.login`, as far as the backend cares.
 *
 * @throws InputError that names the key which is wrong
 */
export function readLoginConfig(config: Config): LoginConfig {
  const parsed = loginSchema.safeParse(config.getOptional(KEY));
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`${[KEY, ...path].join('.')}: ${message}`);
  }
  return {
    ...parsed.data,
    appOrigin: new URL(config.getString('app.baseUrl')).origin,
  };
}
