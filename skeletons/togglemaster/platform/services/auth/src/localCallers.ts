import { TokenVerifier, type CallerVerifier } from '@togglemaster/kit';
import { createLocalJWKSet } from 'jose';
import type { ApiKeyService } from './keys/ApiKeyService.ts';
import type { KeyRing } from './signing/KeyRing.ts';

/** Callers as the auth service itself knows them: nothing is cached here. */
export function localCallers(options: {
  keys: ApiKeyService;
  ring: KeyRing;
  issuer: string;
  audience: string;
  now: () => Date;
}): CallerVerifier {
  const { keys, ring, issuer, audience, now } = options;
  const tokens = new TokenVerifier({
    keys: async (header, token) =>
      createLocalJWKSet({ keys: await ring.published() })(header, token),
    issuer,
    audience,
    now,
  });
  return {
    verifyKey: key => keys.find(key),
    verifyToken: token => tokens.verify(token),
  };
}
