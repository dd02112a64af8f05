import { hash } from 'node:crypto';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { problems } from '../http/problems.ts';
import { BoundedMap } from './BoundedMap.ts';
import { ROLES, type Principal } from './Principal.ts';

export type TokenVerifierOptions = {
  /** Finds a public key by `kid`. */
  keys: JWTVerifyGetKey;
  issuer: string;
  audience: string;
  now: () => Date;
};

const claims = z.object({
  sub: z.string().min(1),
  role: z.enum(ROLES),
  exp: z.number(),
});

type Known = { principal?: Principal; until: number };

const KEPT = 10_000;
const REFUSAL_MS = 5_000;

/**
 * Checks access tokens: ES256 by a published key, issuer, audience, kind and
 * time. An answer is kept, since a check costs ten times a request.
 */
export class TokenVerifier {
  readonly #options: TokenVerifierOptions;
  readonly #known = new BoundedMap<string, Known>(KEPT);

  constructor(options: TokenVerifierOptions) {
    this.#options = options;
  }

  /** @throws Problem 503 when the published keys can't be read */
  verify(
    token: string,
  ): Principal | undefined | Promise<Principal | undefined> {
    const id = hash('sha256', token, 'base64url');
    const known = this.#known.get(id);
    if (known && known.until > this.#options.now().getTime()) {
      return known.principal;
    }
    return this.#check(token, id);
  }

  async #check(token: string, id: string): Promise<Principal | undefined> {
    const { keys, issuer, audience, now } = this.#options;
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256'],
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: ['exp', 'sub'],
        currentDate: now(),
      });
      const { sub, role, exp } = claims.parse(payload);
      const principal: Principal = { kind: 'user', id: sub, role };
      this.#known.set(id, { principal, until: exp * 1000 });
      return principal;
    } catch (error) {
      if (isOurFault(error)) {
        throw problems.unavailable('The auth service', error);
      }
      this.#known.set(id, { until: now().getTime() + REFUSAL_MS });
      return undefined;
    }
  }
}

function isOurFault(error: unknown): boolean {
  if (error instanceof z.ZodError) return false;
  return (
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    // jose throws its base class when the key set's address answers badly.
    error.code === 'ERR_JOSE_GENERIC'
  );
}
