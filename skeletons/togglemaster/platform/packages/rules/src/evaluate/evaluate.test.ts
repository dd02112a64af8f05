import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aFlag, aRule, aSegment, aSnapshot } from '../testing/builders.ts';
import { evaluate } from './evaluate.ts';
import { isPlain } from './Evaluation.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const ana = { targetingKey: 'ana' };
const isPro = { attribute: 'plan', op: 'equals', value: 'pro' } as const;

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

  it('is the same object for everybody whom no rule concerns, until the flag changes', () => {
    const before = aSnapshot({
      flags: [aFlag()],
      rules: [aRule({ conditions: [isPro] })],
    });
    const after = before.withFlags(new Map([['checkout', aFlag()]]));
    const of = (snapshot: typeof before, context: object) =>
      evaluate(snapshot, 'checkout', { ...ana, ...context }, NOW);

    assert.ok(isPlain(of(before, {})));
    assert.equal(of(before, {}), of(before, { targetingKey: 'joão' }));
    assert.notEqual(of(before, {}), of(after, {}));
    assert.ok(!isPlain(of(before, { plan: 'pro' })));
    assert.notEqual(of(before, { plan: 'pro' }), of(before, { plan: 'pro' }));
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
