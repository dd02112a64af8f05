import { createRemoteJWKSet } from 'jose';
import { z } from 'zod';
import { problems } from '../http/problems.ts';
import type { CallerVerifier } from './CallerVerifier.ts';
import { KeyVerifier } from './KeyVerifier.ts';
import { SCOPES, type KeyPrincipal } from './Principal.ts';
import { TokenVerifier } from './TokenVerifier.ts';

export type RemoteCallersOptions = {
  authUrl: string;
  issuer: string;
  audience: string;
  now: () => Date;
  /** Milliseconds that a good key stays known without asking. */
  keyFreshMs?: number;
};

const answer = z.object({
  kind: z.literal('key'),
  id: z.string(),
  project: z.string(),
  environment: z.string(),
  createdBy: z.string().optional(),
  scopes: z.array(z.enum(SCOPES)),
});

const TIMEOUT_MS = 3_000;

/** Callers as the auth service knows them. */
export function remoteCallers(options: RemoteCallersOptions): CallerVerifier {
  const tokens = new TokenVerifier({
    keys: createRemoteJWKSet(
      new URL('/.well-known/jwks.json', options.authUrl),
      { timeoutDuration: TIMEOUT_MS, cooldownDuration: 5_000 },
    ),
    issuer: options.issuer,
    audience: options.audience,
    now: options.now,
  });
  const keys = new KeyVerifier({
    ask: (key, requestId) => askAuth(options.authUrl, key, requestId),
    now: options.now,
    ...(options.keyFreshMs === undefined
      ? {}
      : { freshMs: options.keyFreshMs }),
  });
  return {
    verifyKey: (key, requestId) => keys.verify(key, requestId),
    verifyToken: token => tokens.verify(token),
  };
}

async function askAuth(
  authUrl: string,
  key: string,
  requestId: string,
): Promise<KeyPrincipal | undefined> {
  try {
    const response = await fetch(new URL('/auth/validate', authUrl), {
      headers: { 'x-api-key': key, 'x-request-id': requestId },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 401) return undefined;
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return answer.parse(await response.json());
  } catch (error) {
    throw problems.unavailable('The auth service', error);
  }
}
