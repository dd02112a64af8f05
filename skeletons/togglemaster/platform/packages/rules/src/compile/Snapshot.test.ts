import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../evaluate/evaluate.ts';
import { aFlag, aRule, aSnapshot } from '../testing/builders.ts';

const valueOf = (snapshot: ReturnType<typeof aSnapshot>) => {
  const result = evaluate(snapshot, 'checkout', { targetingKey: 'a' }, 0);
  return result.ok ? result.value : result.errorCode;
};

describe('a snapshot', () => {
  it('stays as it is when a change makes another', () => {
    const before = aSnapshot({ flags: [aFlag()] });

    const after = before.withFlags(
      new Map([['checkout', aFlag({ defaultVariant: 'on' })]]),
    );

    assert.deepEqual([valueOf(before), valueOf(after)], [false, true]);
  });

  it('takes rules that come before their flag', () => {
    const rules = new Map([['checkout', [aRule()]]]);

    const snapshot = aSnapshot({})
      .withRules(rules)
      .withFlags(new Map([['checkout', aFlag()]]));

    assert.equal(valueOf(snapshot), true);
  });

  it('forgets what is removed', () => {
    const before = aSnapshot({ flags: [aFlag()], rules: [aRule()] });

    const noRule = before.withRules(new Map([['checkout', undefined]]));
    const noFlag = before.withFlags(new Map([['checkout', undefined]]));

    assert.deepEqual(
      [valueOf(before), valueOf(noRule), valueOf(noFlag)],
      [true, false, 'FLAG_NOT_FOUND'],
    );
  });

  it('forgets what a whole replacement does not name', () => {
    const before = aSnapshot({ flags: [aFlag()], rules: [aRule()] });

    const noRules = before.withRules(new Map(), true);
    const noFlags = before.withFlags(new Map(), true);

    assert.deepEqual(
      [valueOf(noRules), valueOf(noFlags)],
      [false, 'FLAG_NOT_FOUND'],
    );
  });
});
