import { FlagdCore } from '@openfeature/flagd-core';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Condition } from '../model/condition.ts';
import type { Context } from '../model/context.ts';
import type { Rule } from '../model/rule.ts';
import { aFlag, aRule, aSegment, aSnapshot } from '../testing/builders.ts';
import { fromFlagd } from './fromFlagd.ts';
import { toFlagd } from './toFlagd.ts';

const split: Rule['serve'] = {
  rollout: {
    seed: 'checkout',
    bucketBy: 'targetingKey',
    weights: [
      { variant: 'on', weight: 30 },
      { variant: 'off', weight: 70 },
    ],
  },
};

const conditions: Condition[][] = [
  [{ attribute: 'plan', op: 'equals', value: 'pro' }],
  [{ attribute: 'plan', op: 'notEquals', value: 'pro' }],
  [{ attribute: 'plan', op: 'in', values: ['pro', 'team'] }],
  [{ attribute: 'plan', op: 'notIn', values: ['pro', 'team'] }],
  [{ attribute: 'mail', op: 'endsWith', values: ['.org', '.br'] }],
  [{ attribute: 'mail', op: 'contains', values: ['@ex'] }],
  [{ attribute: 'age', op: 'lt', value: 30 }],
  [{ attribute: 'age', op: 'gte', value: 30 }],
  [{ attribute: 'app', op: 'semverGte', value: '1.10.0' }],
  [{ attribute: 'plan', op: 'exists' }],
  [{ attribute: 'plan', op: 'notExists' }],
  [{ op: 'segment', segment: 'beta' }],
  [{ op: 'notSegment', segment: 'beta' }],
  [
    { attribute: 'plan', op: 'equals', value: 'pro' },
    { attribute: 'age', op: 'gt', value: 20 },
  ],
];

const contexts: Context[] = [
  { targetingKey: 'ana' },
  { targetingKey: 'bia', plan: 'pro', age: 31, app: '1.9.0' },
  { targetingKey: 'caio', plan: 'team', mail: 'c@ex.org', age: 20 },
  { targetingKey: 'davi', plan: 'free', mail: 'd@site.br', app: '1.11.0' },
];

const segments = [
  aSegment({
    included: ['ana'],
    excluded: ['bia'],
    conditions: [{ attribute: 'age', op: 'gt', value: 18 }],
  }),
];

const logger = { error() {}, warn() {}, info() {}, debug() {} };

function askFlagd(document: object, context: Context) {
  const core = new FlagdCore(undefined, logger);
  core.setConfigurations(JSON.stringify(document));
  return core.resolveBooleanEvaluation(
    'checkout',
    false,
    context as Record<string, string>,
    logger,
  ).value;
}

describe('an environment exported to flagd', () => {
  conditions.forEach((list, index) => {
    const serve = index % 2 === 0 ? { variant: 'on' } : split;
    const name = list.map(({ op }) => op).join(' and ');
    it(`gives everyone what we give them, with ${name}`, () => {
      const rules = [aRule({ conditions: list, serve })];
      const flags = [aFlag()];
      const { document, unsupported } = toFlagd({ flags, rules, segments });

      assert.deepEqual(unsupported, []);
      for (const context of contexts) {
        const ours = evaluate(
          aSnapshot({ flags, rules, segments }),
          'checkout',
          context,
          0,
        );
        assert.ok(ours.ok);
        assert.equal(askFlagd(document, context), ours.value);
      }
    });

    it(`comes back with the same answers, with ${name}`, () => {
      const rules = [aRule({ conditions: list, serve })];
      const flags = [aFlag()];
      const { document } = toFlagd({ flags, rules, segments });

      const { flags: imported, faults } = fromFlagd(document);

      assert.deepEqual(faults, []);
      const again = aSnapshot({
        flags,
        segments,
        rules: imported[0]!.rules.map((given, i) =>
          aRule({ ...given, id: `i${i}`, position: i }),
        ),
      });
      for (const context of contexts) {
        const ours = evaluate(
          aSnapshot({ flags, rules, segments }),
          'checkout',
          context,
          0,
        );
        const theirs = evaluate(again, 'checkout', context, 0);
        assert.ok(ours.ok && theirs.ok);
        assert.equal(theirs.value, ours.value);
      }
    });
  });

  it('leaves out what flagd can not say, and says so', () => {
    const rules = [
      aRule({
        conditions: [{ attribute: 'ip', op: 'inCidr', values: ['10.0.0.0/8'] }],
      }),
    ];

    const { document, unsupported } = toFlagd({
      flags: [aFlag()],
      rules,
      segments: [],
    });

    assert.deepEqual(document.flags, {});
    assert.deepEqual(unsupported, [
      { flag: 'checkout', reason: 'flagd has no operator for inCidr' },
    ]);
  });
});

describe('a flagd document', () => {
  it("is read with flagd's default bucketing", () => {
    const document = {
      flags: {
        headers: {
          state: 'ENABLED',
          variants: { red: '#f00', blue: '#00f' },
          defaultVariant: 'red',
          targeting: {
            fractional: [
              ['red', 50],
              ['blue', 50],
            ],
          },
        },
      },
    };

    const { flags } = fromFlagd(document);

    assert.deepEqual(flags[0]!.rules, [
      {
        conditions: [],
        serve: {
          rollout: {
            seed: 'headers',
            bucketBy: 'targetingKey',
            weights: [
              { variant: 'red', weight: 50 },
              { variant: 'blue', weight: 50 },
            ],
          },
        },
      },
    ]);
  });

  const flag = {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'on',
  };
  const refused: [string, unknown, string][] = [
    ['without flags', {}, '/flags'],
    [
      'with an unknown default',
      { flags: { a: { ...flag, defaultVariant: 'x' } } },
      '/flags/a/defaultVariant',
    ],
    [
      'with mixed types',
      { flags: { a: { ...flag, variants: { on: true, off: 'no' } } } },
      '/flags/a/variants',
    ],
    [
      'with arithmetic',
      {
        flags: {
          a: {
            ...flag,
            targeting: { if: [{ '<': [{ '+': [1, 2] }, 3] }, 'on'] },
          },
        },
      },
      '/flags/a/targeting/if/0',
    ],
    [
      'with a variant in its targeting that it lacks',
      {
        flags: {
          a: {
            ...flag,
            targeting: {
              fractional: [
                ['on', 1],
                ['none', 1],
              ],
            },
          },
        },
      },
      '/flags/a/targeting',
    ],
    [
      'with more rules than a flag may have',
      {
        flags: {
          a: {
            ...flag,
            targeting: {
              if: Array.from({ length: 201 }).flatMap((_, i) => [
                { '==': [{ var: 'age' }, i] },
                'off',
              ]),
            },
          },
        },
      },
      '/flags/a/targeting',
    ],
    [
      'with more than 1000 flags',
      {
        flags: Object.fromEntries(
          Array.from({ length: 1001 }, (_, i) => [`flag-${i}`, flag]),
        ),
      },
      '/flags',
    ],
    [
      'with an unknown operator',
      { flags: { a: { ...flag, targeting: { if: [{ map: [1] }, 'on'] } } } },
      '/flags/a/targeting/if/0',
    ],
  ];
  for (const [name, document, path] of refused) {
    it(`${name} is refused with the place`, () => {
      const { flags, faults } = fromFlagd(document);

      assert.deepEqual(flags, []);
      assert.equal(faults[0]?.path, path);
    });
  }
});
