import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { periodOf } from './period.ts';
import { daysBetween } from './store/tableKeys.ts';

const NOW = new Date('2026-06-01T12:00:00Z');

describe('a period', () => {
  it('is the last day unless it is given', () => {
    assert.deepEqual(periodOf({}, NOW), {
      from: '2026-05-31T12:00:00.000Z',
      to: '2026-06-01T12:00:00.000Z',
    });
  });

  it('is 92 days long at most, and not upside down', () => {
    const early = { from: '2026-01-01T00:00:00.000Z' };
    const late = { from: '2026-06-02T00:00:00.000Z' };

    assert.throws(() => periodOf(early, NOW), /At most 92 days/);
    assert.throws(() => periodOf(late, NOW), /before/);
  });

  it('touches each of its days, across a month and a leap day', () => {
    const days = daysBetween(
      '2028-02-28T23:59:59.999Z',
      '2028-03-01T00:00:00.000Z',
    );

    assert.deepEqual(days, ['2028-02-28', '2028-02-29', '2028-03-01']);
  });
});
