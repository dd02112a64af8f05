import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aFlag, aRule, aSnapshot } from '../testing/builders.ts';
import { constantsOf } from './constantsOf.ts';
import { evaluate } from './evaluate.ts';

describe('the constants of an environment', () => {
  it('are the answers of flags that are off or have neither rules nor prerequisites', () => {
    const snapshot = aSnapshot({
      flags: [
        aFlag({ key: 'plain' }),
        aFlag({ key: 'off', enabled: false }),
        aFlag({ key: 'ruled' }),
        aFlag({ key: 'off-and-ruled', enabled: false }),
        aFlag({
          key: 'needs',
          prerequisites: [{ flag: 'plain', variants: ['on'] }],
        }),
        aFlag({ key: 'broken', defaultVariant: 'none' }),
      ],
      rules: [
        aRule({ id: 'r1', flag: 'ruled' }),
        aRule({ id: 'r2', flag: 'off-and-ruled' }),
      ],
    });

    const { answers, others } = constantsOf(snapshot);

    assert.deepEqual(
      answers.map(({ key, reason }) => [key, reason]),
      [
        ['plain', 'STATIC'],
        ['off', 'DISABLED'],
        ['off-and-ruled', 'DISABLED'],
      ],
    );
    assert.deepEqual(others, ['ruled', 'needs', 'broken']);
    for (const answer of answers) {
      assert.equal(evaluate(snapshot, answer.key, {}, Date.now()), answer);
    }
  });

  it('are the same object until the environment changes', () => {
    const before = aSnapshot({ flags: [aFlag()] });
    const after = before.withFlags(
      new Map([['checkout', aFlag({ enabled: false })]]),
    );

    assert.equal(constantsOf(before), constantsOf(before));
    assert.notDeepEqual(constantsOf(after), constantsOf(before));
  });
});
