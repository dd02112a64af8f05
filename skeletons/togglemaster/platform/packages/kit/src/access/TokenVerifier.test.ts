import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Problem } from '../http/Problem.ts';
import { TokenVerifier } from './TokenVerifier.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let strangers: Keys;

before(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  strangers = await generateKeyPair('ES256');
});

const header = { alg: 'ES256', kid: 'k1', typ: 'at+jwt' };
const claims: JWTPayload = {
  iss: 'auth',
  aud: 'togglemaster',
  sub: 'u1',
  role: 'editor',
  iat: SECONDS,
  exp: SECONDS + 900,
};

const sign = (
  payload: JWTPayload = claims,
  protectedHeader: Record<string, unknown> = header,
  key: Keys['privateKey'] | Uint8Array = keys.privateKey,
) =>
  new SignJWT(payload)
    .setProtectedHeader(protectedHeader as JWTHeaderParameters)
    .sign(key);

async function verifier(now = () => NOW) {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' };
  return new TokenVerifier({
    keys: createLocalJWKSet({ keys: [jwk] }),
    issuer: 'auth',
    audience: 'togglemaster',
    now,
  });
}

describe('an access token', () => {
  it('of ours tells who calls', async () => {
    const token = await sign();

    const principal = await (await verifier()).verify(token);

    assert.deepEqual(principal, { kind: 'user', id: 'u1', role: 'editor' });
  });

  const without = (name: string) => {
    const { [name]: _gone, ...rest } = claims;
    return rest;
  };
  const refused: [string, () => string | Promise<string>][] = [
    ['with alg none', () => new UnsecuredJWT(claims).encode()],
    [
      'signed with the public key as a secret',
      async () =>
        sign(
          claims,
          { ...header, alg: 'HS256' },
          new TextEncoder().encode(await exportSPKI(keys.publicKey)),
        ),
    ],
    ['with an unknown kid', () => sign(claims, { ...header, kid: 'k2' })],
    [
      'that brings its own keys by jku',
      () =>
        sign(
          claims,
          { ...header, kid: 'k2', jku: 'https://evil.example/jwks.json' },
          strangers.privateKey,
        ),
    ],
    [
      "signed with a stranger's key",
      () => sign(claims, header, strangers.privateKey),
    ],
    ['that has expired', () => sign({ ...claims, exp: SECONDS - 1 })],
    ['that is not good yet', () => sign({ ...claims, nbf: SECONDS + 60 })],
    ['for another audience', () => sign({ ...claims, aud: 'other' })],
    ['of another issuer', () => sign({ ...claims, iss: 'other' })],
    ['that is an ID token', () => sign(claims, { ...header, typ: 'JWT' })],
    ['without an end', () => sign(without('exp'))],
    ['without a subject', () => sign(without('sub'))],
    ['without a role', () => sign(without('role'))],
    ['with a role nobody has', () => sign({ ...claims, role: 'root' })],
    ['that is no token', () => 'a.b.c'],
  ];
  for (const [name, make] of refused) {
    it(`${name} is refused`, async () => {
      const token = await make();

      assert.equal(await (await verifier()).verify(token), undefined);
    });
  }

  it('is not good for longer because it was good before', async () => {
    const clock = { now: NOW };
    const tokens = await verifier(() => clock.now);
    const token = await sign();
    assert.ok(await tokens.verify(token));

    clock.now = new Date((SECONDS + 901) * 1000);

    assert.equal(await tokens.verify(token), undefined);
  });

  it('can not be judged while the keys are away: 503, not 401', async () => {
    const tokens = new TokenVerifier({
      keys: () => Promise.reject(new TypeError('fetch failed')),
      issuer: 'auth',
      audience: 'togglemaster',
      now: () => NOW,
    });
    const token = await sign();

    await assert.rejects(
      async () => tokens.verify(token),
      (error: unknown) => error instanceof Problem && error.status === 503,
    );
  });
});
