import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { percentile } from './changeDelays.ts';
import { report } from './report.ts';

describe('the report of a bench', () => {
  it('says of each figure whether it holds', () => {
    const lines = report([
      { name: 'bare', micros: 20.4 },
      { name: 'one', micros: 40, value: 1.961, atMost: 2 },
      { name: 'all', micros: 60, value: 2.94, atMost: 2.5 },
      { name: 'others', value: 9.99, atLeast: 10 },
    ]).split('\n');

    assert.deepEqual(lines.slice(2), [
      '| bare | 20 |  |  |',
      '| one | 40 | 1.96 | at most 2 |',
      '| all | 60 | 2.94 | at most 2.5: **missed** |',
      '| others |  | 9.99 | at least 10: **missed** |',
    ]);
  });
});

describe('a percentile', () => {
  it('is one of the values, the smallest that so many do not exceed', () => {
    const values = Array.from({ length: 200 }, (_, i) => 200 - i);

    assert.equal(percentile(values, 50), 100);
    assert.equal(percentile(values, 99), 198);
    assert.equal(percentile([7], 99), 7);
  });
});
