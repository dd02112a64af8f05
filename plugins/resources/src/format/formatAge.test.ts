import { formatAge } from './formatAge';

const now = Date.parse('2026-03-04T12:00:00Z');

describe('formatAge', () => {
  it.each([
    ['2026-03-04T11:59:30Z', '30 seconds'],
    ['2026-03-04T11:00:00Z', '1 hour'],
    ['2026-03-01T12:00:00Z', '3 days'],
    ['2025-12-01T12:00:00Z', '3 months'],
    ['2024-01-01T12:00:00Z', '2 years'],
  ])('tells the age of %s as %s', (since, text) => {
    expect(formatAge(since, now, 'en')).toBe(text);
  });

  it('tells it in Portuguese', () => {
    expect(formatAge('2026-03-01T12:00:00Z', now, 'pt')).toBe('3 dias');
  });

  it('takes what lies in the future as new, since clocks differ', () => {
    expect(formatAge('2026-03-04T12:00:03Z', now, 'en')).toBe('0 seconds');
  });
});
