import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeyVerifier } from './KeyVerifier.ts';
import type { KeyPrincipal } from './Principal.ts';

const PRINCIPAL: KeyPrincipal = {
  kind: 'key',
  id: 'k1',
  project: 'demo',
  environment: 'dev',
  scopes: ['evaluate'],
};

function setUp() {
  const auth = {
    asked: 0,
    answer: (): KeyPrincipal | undefined => PRINCIPAL,
  };
  const clock = { ms: 1_000_000 };
  const keys = new KeyVerifier({
    ask: async () => {
      auth.asked += 1;
      return auth.answer();
    },
    now: () => new Date(clock.ms),
  });
  const verify = async () => keys.verify('tm_x', 'r1');
  return { auth, clock, keys, verify };
}

const away = (): never => {
  throw new Error('auth is away');
};

describe('checking a key', () => {
  it('asks once for many requests at the same time', async () => {
    const { auth, verify } = setUp();

    await Promise.all([verify(), verify(), verify()]);

    assert.equal(auth.asked, 1);
  });

  it('answers without waiting once it knows', async () => {
    const { keys, verify } = setUp();
    await verify();

    assert.deepEqual(keys.verify('tm_x', 'r2'), PRINCIPAL);
  });

  it('asks again behind when the answer is old, and hears of a revocation', async () => {
    const { auth, clock, verify } = setUp();
    await verify();
    auth.answer = () => undefined;
    clock.ms += 31_000;

    assert.deepEqual(await verify(), PRINCIPAL);
    assert.equal(await verify(), undefined);
  });

  it('keeps a refusal for a short while only', async () => {
    const { auth, clock, verify } = setUp();
    auth.answer = () => undefined;
    await verify();
    assert.equal(await verify(), undefined);
    assert.equal(auth.asked, 1);

    clock.ms += 6_000;
    auth.answer = () => PRINCIPAL;

    assert.deepEqual(await verify(), PRINCIPAL);
  });

  it('goes on with what it knows while auth is away, for an hour', async () => {
    const { auth, clock, verify } = setUp();
    await verify();
    auth.answer = away;

    clock.ms += 3_000_000;
    assert.deepEqual(await verify(), PRINCIPAL);
    clock.ms += 1_000_000;
    await assert.rejects(verify);
  });

  it('fails for an unknown key while auth is away', async () => {
    const { auth, verify } = setUp();
    auth.answer = away;

    await assert.rejects(verify);
  });
});
