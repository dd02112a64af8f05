import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Snapshot } from '../compile/Snapshot.ts';
import { aFlag, aRule, aSegment, aSnapshot } from '../testing/builders.ts';
import { evaluate, type Prerequisites } from './evaluate.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const ana = { targetingKey: 'ana' };
const isPro = { attribute: 'plan', op: 'equals', value: 'pro' } as const;

/** How often a flag is looked for, which each evaluation does once; beyond the limit it throws. */
function countLooks(snapshot: Snapshot, limit: number) {
  const get = snapshot.flags.get.bind(snapshot.flags);
  const looks = mock.method(snapshot.flags, 'get', (key: string) => {
    assert.ok(looks.mock.callCount() < limit, 'too many evaluations');
    return get(key);
  });
  return () => looks.mock.callCount();
}

describe('an evaluation', () => {
  it('is STATIC where there is no rule', () => {
    const snapshot = aSnapshot({ flags: [aFlag()] });

    assert.deepEqual(evaluate(snapshot, 'checkout', ana, NOW), {
      ok: true,
      key: 'checkout',
      value: false,
      variant: 'off',
      reason: 'STATIC',
    });
  });

  it('is the same object for all who get it, until the flag changes', () => {
    const given = {
      flags: [
        aFlag(),
        aFlag({
          key: 'needs',
          prerequisites: [{ flag: 'checkout', variants: ['on'] }],
        }),
      ],
      rules: [aRule({ conditions: [isPro] })],
    };
    const before = aSnapshot(given);
    const after = before.withFlags(
      new Map(given.flags.map(flag => [flag.key, flag])),
    );
    const pro = { ...ana, plan: 'pro' };
    const of = (snapshot: typeof before, context: object, key = 'checkout') =>
      evaluate(snapshot, key, { ...ana, ...context }, NOW);

    const different = [
      of(before, {}),
      of(before, pro),
      of(before, {}, 'needs'),
      of(before, pro, 'needs'),
      of(after, {}),
      of(after, pro),
    ];

    assert.equal(new Set(different).size, different.length);
    assert.equal(of(before, {}), of(before, { targetingKey: 'joão' }));
    assert.equal(of(before, pro), of(before, { ...pro, x: 1 }));
    assert.equal(of(before, {}, 'needs'), of(before, { x: 1 }, 'needs'));
    assert.deepEqual(of(before, pro), of(after, pro));
  });

  it('tells rules of one flag and variants of one rollout apart', () => {
    const serve = (weight: number) => ({
      rollout: {
        seed: 's',
        bucketBy: 'targetingKey',
        weights: [
          { variant: 'on', weight },
          { variant: 'off', weight: 100 - weight },
        ],
      },
    });
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [
        aRule({ id: 'r1', name: 'pro', conditions: [isPro], serve: serve(50) }),
        aRule({ id: 'r2', name: 'all', position: 1, serve: serve(50) }),
      ],
    });

    const answers = new Set(
      Array.from({ length: 200 }, (_, n) =>
        evaluate(
          snapshot,
          'checkout',
          { targetingKey: `u${n}`, plan: n % 2 ? 'pro' : 'free' },
          NOW,
        ),
      ),
    );

    assert.deepEqual(
      [...answers]
        .map(one => one.ok && `${one.rule?.name} ${one.variant}`)
        .sort(),
      ['all off', 'all on', 'pro off', 'pro on'],
    );
  });

  it('names the first rule that holds', () => {
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [
        aRule({ id: 'r2', position: 2, name: 'second' }),
        aRule({ id: 'r1', position: 1, name: 'pro', conditions: [isPro] }),
      ],
    });

    const pro = evaluate(snapshot, 'checkout', { ...ana, plan: 'pro' }, NOW);
    const free = evaluate(snapshot, 'checkout', ana, NOW);

    assert.ok(pro.ok && free.ok);
    assert.equal(pro.reason, 'TARGETING_MATCH');
    assert.deepEqual(pro.rule, { id: 'r1', name: 'pro' });
    assert.deepEqual(free.rule, { id: 'r2', name: 'second' });
  });

  it('is DEFAULT where no rule holds, and passes over disabled rules', () => {
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [
        aRule({ conditions: [isPro] }),
        aRule({ id: 'x', enabled: false }),
      ],
    });

    const result = evaluate(snapshot, 'checkout', ana, NOW);

    assert.ok(result.ok);
    assert.equal(result.reason, 'DEFAULT');
  });

  it('is DISABLED with the off variant when the flag is off', () => {
    const flag = aFlag({ enabled: false, defaultVariant: 'on' });
    const snapshot = aSnapshot({ flags: [flag], rules: [aRule()] });

    const result = evaluate(snapshot, 'checkout', ana, NOW);

    assert.ok(result.ok);
    assert.deepEqual([result.reason, result.value], ['DISABLED', false]);
  });

  it('is SPLIT by the seed of the rule, not by the name of the flag', () => {
    const rollout = {
      seed: 'first-seed',
      bucketBy: 'targetingKey',
      weights: [
        { variant: 'on', weight: 50 },
        { variant: 'off', weight: 50 },
      ],
    };
    const before = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ serve: { rollout } })],
    });
    const renamed = aSnapshot({
      flags: [aFlag({ key: 'new-checkout' })],
      rules: [aRule({ flag: 'new-checkout', serve: { rollout } })],
    });

    for (let i = 0; i < 200; i++) {
      const user = { targetingKey: `joão-${i}` };
      const a = evaluate(before, 'checkout', user, NOW);
      const b = evaluate(renamed, 'new-checkout', user, NOW);
      assert.ok(a.ok && b.ok);
      assert.equal(a.reason, 'SPLIT');
      assert.equal(a.variant, b.variant);
    }
  });

  it('fails with TARGETING_KEY_MISSING where a split needs one', () => {
    const weights = [{ variant: 'on', weight: 1 }];
    const rollout = { seed: 's', bucketBy: 'targetingKey', weights };
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ serve: { rollout } })],
    });

    const result = evaluate(snapshot, 'checkout', {}, NOW);

    assert.ok(!result.ok);
    assert.equal(result.errorCode, 'TARGETING_KEY_MISSING');
  });

  it('passes over a split by an attribute that is not there', () => {
    const weights = [{ variant: 'on', weight: 1 }];
    const rollout = { seed: 's', bucketBy: 'company', weights };
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ serve: { rollout } })],
    });

    const result = evaluate(snapshot, 'checkout', ana, NOW);

    assert.ok(result.ok);
    assert.equal(result.reason, 'DEFAULT');
  });

  it('is off while a prerequisite is not met, and says which', () => {
    const flags = [
      aFlag({ key: 'base', enabled: false }),
      aFlag({
        defaultVariant: 'on',
        prerequisites: [{ flag: 'base', variants: ['on', 'off'] }],
      }),
    ];

    const result = evaluate(aSnapshot({ flags }), 'checkout', ana, NOW);

    assert.ok(result.ok);
    assert.deepEqual([result.value, result.prerequisite], [false, 'base']);
  });

  it('goes on when its prerequisites are met', () => {
    const flags = [
      aFlag({ key: 'base', defaultVariant: 'on' }),
      aFlag({
        defaultVariant: 'on',
        prerequisites: [{ flag: 'base', variants: ['on'] }],
      }),
    ];

    const result = evaluate(aSnapshot({ flags }), 'checkout', ana, NOW);

    assert.ok(result.ok);
    assert.equal(result.value, true);
  });

  it('ends in spite of a circle of prerequisites', () => {
    const flags = [
      aFlag({ key: 'a', prerequisites: [{ flag: 'b', variants: ['off'] }] }),
      aFlag({ key: 'b', prerequisites: [{ flag: 'a', variants: ['off'] }] }),
    ];

    assert.equal(evaluate(aSnapshot({ flags }), 'a', ana, NOW).ok, true);
  });

  it('evaluates each prerequisite once, however many flags need it', () => {
    const layers = Array.from({ length: 10 }, (_, layer) =>
      Array.from({ length: 20 }, (__, n) => `${layer}-${n}`),
    );
    const flags = layers.flatMap((keys, layer) =>
      keys.map(key =>
        aFlag({
          key,
          defaultVariant: 'on',
          prerequisites: (layers[layer - 1] ?? []).map(flag => ({
            flag,
            variants: ['on'],
          })),
        }),
      ),
    );
    const snapshot = aSnapshot({ flags });
    const looks = countLooks(snapshot, 1_000);
    const known: Prerequisites = new Map();

    const answers = flags.map(({ key }) =>
      evaluate(snapshot, key, ana, NOW, known),
    );

    assert.ok(answers.every(answer => answer.ok && answer.value === true));
    // Each once by itself, and once for those above it.
    assert.equal(looks(), 200 + 180);
  });

  it('goes on through prerequisites that all follow one another', () => {
    const flags = Array.from({ length: 30 }, (_, n) =>
      aFlag({
        key: `f${n}`,
        defaultVariant: 'on',
        prerequisites: n > 0 ? [{ flag: `f${n - 1}`, variants: ['on'] }] : [],
      }),
    );

    const result = evaluate(aSnapshot({ flags }), 'f29', ana, NOW);

    assert.ok(result.ok);
    assert.equal(result.value, true);
  });

  it('does not throw for thousands of them', () => {
    const flags = Array.from({ length: 20_000 }, (_, n) =>
      aFlag({
        key: `f${n}`,
        prerequisites: [{ flag: `f${n + 1}`, variants: ['off'] }],
      }),
    );

    const result = evaluate(aSnapshot({ flags }), 'f0', ana, NOW);

    assert.ok(result.ok);
    assert.equal(result.reason, 'DISABLED');
  });

  it('asks segments: excluded before included before conditions', () => {
    const segment = aSegment({
      included: ['ana', 'bia'],
      excluded: ['bia'],
      conditions: [isPro],
    });
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ conditions: [{ op: 'segment', segment: 'beta' }] })],
      segments: [segment],
    });
    const get = (targetingKey: string, plan: string) => {
      const result = evaluate(
        snapshot,
        'checkout',
        { targetingKey, plan },
        NOW,
      );
      return result.ok && result.value;
    };

    assert.equal(get('ana', 'free'), true);
    assert.equal(get('bia', 'pro'), false);
    assert.equal(get('caio', 'pro'), true);
    assert.equal(get('caio', 'free'), false);
  });

  it('fails for a rule that serves a variant the flag lost', () => {
    const snapshot = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ serve: { variant: 'gone' } })],
    });

    const result = evaluate(snapshot, 'checkout', ana, NOW);

    assert.ok(!result.ok);
    assert.equal(result.errorCode, 'GENERAL');
  });

  it('does not find what an object inherits', () => {
    for (const key of ['constructor', '__proto__', 'toString']) {
      const result = evaluate(aSnapshot({}), key, ana, NOW);

      assert.ok(!result.ok);
      assert.equal(result.errorCode, 'FLAG_NOT_FOUND');
    }
  });
});
