import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Counters } from './Counters.ts';

const one = {
  project: 'demo',
  environment: 'dev',
  flag: 'theme',
  variant: 'dark',
  reason: 'STATIC',
} as const;

describe('counters', () => {
  it('keep apart what differs in anything', () => {
    const counters = new Counters(100);
    const all = [
      one,
      { ...one, project: 'shop' },
      { ...one, environment: 'prod' },
      { ...one, flag: 'greeting' },
      { ...one, variant: 'light' },
      { ...one, reason: 'DEFAULT' },
    ] as const;

    for (const each of [...all, ...all, one]) counters.add(each);

    assert.deepEqual(
      counters.take(),
      all.map((each, i) => ({ ...each, count: i === 0 ? 3 : 2 })),
    );
  });

  it('begin anew once they are taken', () => {
    const counters = new Counters(100);
    counters.add(one);
    counters.take();

    counters.add(one);

    assert.deepEqual(counters.take(), [{ ...one, count: 1 }]);
    assert.equal(counters.size, 0);
  });

  it('take nothing new beyond their limit, and go on with what they have', () => {
    const counters = new Counters(1);
    counters.add(one);

    assert.equal(counters.add({ ...one, flag: 'other' }), undefined);
    assert.ok(counters.add(one));
    assert.deepEqual(counters.take(), [{ ...one, count: 2 }]);
  });
});
