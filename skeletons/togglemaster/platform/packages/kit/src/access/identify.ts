import type { FastifyRequest } from 'fastify';
import type { CallerVerifier } from './CallerVerifier.ts';
import type { Principal } from './Principal.ts';

export const KEY_PREFIX = 'tm_';
const MAX_CREDENTIAL = 4096;

/** Who sends a request, by X-API-Key or by Authorization: Bearer. */
export function identify(
  request: Pick<FastifyRequest, 'headers' | 'id'>,
  callers: CallerVerifier,
): Principal | undefined | Promise<Principal | undefined> {
  const key = request.headers['x-api-key'];
  if (typeof key === 'string') {
    return isKey(key) ? callers.verifyKey(key, request.id) : undefined;
  }
  const bearer = bearerOf(request.headers.authorization);
  if (!bearer || bearer.length > MAX_CREDENTIAL) return undefined;
  return isKey(bearer)
    ? callers.verifyKey(bearer, request.id)
    : callers.verifyToken(bearer);
}

const isKey = (text: string) =>
  text.length <= MAX_CREDENTIAL && text.startsWith(KEY_PREFIX);

function bearerOf(header: string | undefined): string | undefined {
  return header?.slice(0, 7).toLowerCase() === 'bearer '
    ? header.slice(7)
    : undefined;
}
