import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestChain } from './longestChain.ts';

const flag = (key: string, ...needs: string[]) => ({
  key,
  prerequisites: needs.map(name => ({ flag: name, variants: ['on'] })),
});

describe('the longest chain through a flag', () => {
  it('is the flag alone where it needs nothing and nothing needs it', () => {
    assert.deepEqual(longestChain([flag('a'), flag('b', 'c')], 'a'), ['a']);
  });

  it('goes up to what needs it and down to what it needs', () => {
    const flags = [
      flag('top', 'short', 'long'),
      flag('short', 'middle'),
      flag('long', 'longer'),
      flag('longer', 'middle'),
      flag('middle', 'near', 'far'),
      flag('near'),
      flag('far', 'bottom'),
      flag('beside', 'bottom'),
    ];

    assert.deepEqual(longestChain(flags, 'middle'), [
      'top',
      'long',
      'longer',
      'middle',
      'far',
      'bottom',
    ]);
  });

  it('is found at once among layers that need each other whole', () => {
    const layers = Array.from({ length: 10 }, (_, layer) =>
      Array.from({ length: 20 }, (__, n) => `${layer}-${n}`),
    );
    const flags = layers.flatMap((keys, layer) =>
      keys.map(key => flag(key, ...(layers[layer + 1] ?? []))),
    );

    assert.equal(longestChain(flags, '4-7').length, 10);
  });
});
