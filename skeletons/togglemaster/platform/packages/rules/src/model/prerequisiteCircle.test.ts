import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { prerequisiteCircle } from './prerequisiteCircle.ts';

const flag = (key: string, ...needs: string[]) => ({
  key,
  prerequisites: needs.map(name => ({ flag: name, variants: ['on'] })),
});

describe('prerequisites', () => {
  it('may meet in one flag', () => {
    const flags = [
      flag('a', 'b', 'c'),
      flag('b', 'd'),
      flag('c', 'd'),
      flag('d'),
    ];

    assert.equal(prerequisiteCircle(flags, 'a'), undefined);
  });

  it('that lead back are told with the way', () => {
    const flags = [flag('a', 'b'), flag('b', 'c'), flag('c', 'a')];

    assert.deepEqual(prerequisiteCircle(flags, 'a'), ['a', 'b', 'c', 'a']);
  });

  it('of a flag on itself are a circle', () => {
    assert.deepEqual(prerequisiteCircle([flag('a', 'a')], 'a'), ['a', 'a']);
  });
});
