import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { murmur3 } from './murmur3.ts';
import { pickByWeight } from './pickByWeight.ts';

const SUITS = ['clubs', 'diamonds', 'hearts', 'spades'];
const suits = SUITS.map(variant => ({ variant, weight: 25 }));

describe('the hash', () => {
  for (const [text, expected] of [
    ['hello', 613153351],
    ['joão', 1325393062],
    ['ação', 4088441131],
  ] as const) {
    it(`of "${text}" is that of its UTF-8 bytes`, () => {
      assert.equal(murmur3(text), expected);
    });
  }
});

describe('picking by weight', () => {
  for (const [name, suit] of [
    ['jack', 'hearts'],
    ['queen', 'spades'],
    ['ten', 'clubs'],
    ['nine', 'diamonds'],
    ['3', 'clubs'],
  ] as const) {
    it(`puts ${name} into ${suit}, as flagd's own vectors do`, () => {
      assert.equal(pickByWeight(`fractional-flag${name}`, suits, 100), suit);
    });
  }

  it('is the same for large totals, where doubles are not exact', () => {
    const large = suits.map(s => ({ ...s, weight: 500_000_000 }));

    for (let i = 0; i < 500; i++) {
      const user = `user-${i}`;
      assert.equal(
        pickByWeight(user, large, 2_000_000_000),
        pickByWeight(user, suits, 100),
      );
    }
  });

  it('gives each variant about its share', () => {
    const split = [
      { variant: 'a', weight: 10 },
      { variant: 'b', weight: 90 },
    ];

    const picked = Array.from({ length: 20_000 }, (_, i) =>
      pickByWeight(`seed-${i}`, split, 100),
    );

    const share = picked.filter(v => v === 'a').length / picked.length;
    assert.ok(share > 0.09 && share < 0.11, `a got ${share}`);
  });

  it('never picks a weight of zero', () => {
    const split = [
      { variant: 'never', weight: 0 },
      { variant: 'always', weight: 1 },
    ];

    for (let i = 0; i < 1000; i++) {
      assert.equal(pickByWeight(`ação${i}`, split, 1), 'always');
    }
  });

  it('moves nobody who is in already when a share grows', () => {
    const share = (weight: number) => [
      { variant: 'in', weight },
      { variant: 'out', weight: 100 - weight },
    ];

    for (let i = 0; i < 1000; i++) {
      if (pickByWeight(`joão${i}`, share(20), 100) === 'in') {
        assert.equal(pickByWeight(`joão${i}`, share(30), 100), 'in');
      }
    }
  });
});
