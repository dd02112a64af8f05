import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RingBuffer } from './RingBuffer.ts';

describe('a ring buffer', () => {
  it('gives back what came first', () => {
    const ring = new RingBuffer<number>(3);
    for (const n of [1, 2, 3]) ring.push(n);

    assert.deepEqual(ring.take(2), [1, 2]);
    assert.deepEqual(ring.take(2), [3]);
  });

  it('overwrites the oldest and says so', () => {
    const ring = new RingBuffer<number>(2);

    const lost = [1, 2, 3].map(n => ring.push(n));

    assert.deepEqual(lost, [false, false, true]);
    assert.deepEqual(ring.take(9), [2, 3]);
  });

  it('goes round many times', () => {
    const ring = new RingBuffer<number>(3);
    for (let n = 0; n < 100; n++) {
      ring.push(n);
      if (n % 2) assert.deepEqual(ring.take(3), [n - 1, n]);
    }

    assert.equal(ring.size, 0);
  });
});
