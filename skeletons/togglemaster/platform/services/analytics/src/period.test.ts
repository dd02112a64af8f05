import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { periodOf } from './period.ts';
import { daysBetween } from './store/tableKeys.ts';

const NOW = new Date('2026-06-01T12:00:00Z');

describe('a period', () => {
  it('is the last day unless it is given', () => {
    assert.deepEqual(periodOf({}, NOW, 'querystring'), {
      from: '2026-05-31T12:00:00.000Z',
      to: '2026-06-01T12:00:00.000Z',
    });
  });

  it('is 92 days long at most, and not upside down', () => {
    const early = { from: '2026-01-01T00:00:00.000Z' };
    const late = { from: '2026-06-02T00:00:00.000Z' };

    assert.throws(() => periodOf(early, NOW, 'body'), /At most 92 days/);
    assert.throws(() => periodOf(late, NOW, 'body'), /before/);
  });

  it('ends a day ahead at most, and says which field has the fault', () => {
    const tomorrow = { to: '2026-06-02T12:00:00.000Z' };
    const late = { to: '2026-06-02T12:00:00.001Z' };

    assert.equal(periodOf(tomorrow, NOW, 'body').to, tomorrow.to);
    assert.throws(() => periodOf(late, NOW, 'body'), {
      status: 400,
      errors: [{ path: 'body/to', message: 'lies more than a day ahead' }],
    });
  });

  it('touches each of its days, across a month and a leap day', () => {
    const days = daysBetween(
      '2028-02-28T23:59:59.999Z',
      '2028-03-01T00:00:00.000Z',
    );

    assert.deepEqual(days, ['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('ends with the last day that has four digits for its year', () => {
    const days = daysBetween(
      '9999-12-30T00:00:00.000Z',
      '9999-12-31T00:00:00.000Z',
    );

    assert.deepEqual(days, ['9999-12-30', '9999-12-31']);
  });
});
