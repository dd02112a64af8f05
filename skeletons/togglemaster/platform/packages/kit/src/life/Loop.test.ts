import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Loop } from './Loop.ts';

const HOUR_MS = 3_600_000;

describe('a loop', () => {
  it('takes its next turn at once when it is woken', async () => {
    const second = Promise.withResolvers<void>();
    let turns = 0;
    const loop = new Loop({
      turn: async () => {
        turns += 1;
        if (turns === 2) second.resolve();
        return HOUR_MS;
      },
      failed: () => HOUR_MS,
    });
    loop.start();

    loop.wake();

    await second.promise;
    await loop.stop();
    assert.equal(turns, 2);
  });

  it('goes on after a failure', async () => {
    const second = Promise.withResolvers<void>();
    const failures: unknown[] = [];
    let turns = 0;
    const loop = new Loop({
      turn: async () => {
        turns += 1;
        if (turns === 1) throw new Error('once');
        second.resolve();
        return HOUR_MS;
      },
      failed: error => {
        failures.push(error);
        return 1;
      },
    });

    loop.start();

    await second.promise;
    await loop.stop();
    assert.equal(failures.length, 1);
  });

  it('lets a running turn come to its end when it is stopped', async () => {
    const gate = Promise.withResolvers<void>();
    let ended = false;
    const loop = new Loop({
      turn: async () => {
        await gate.promise;
        ended = true;
        return HOUR_MS;
      },
      failed: () => HOUR_MS,
    });
    loop.start();

    const stopped = loop.stop();
    gate.resolve();
    await stopped;

    assert.equal(ended, true);
  });
});
