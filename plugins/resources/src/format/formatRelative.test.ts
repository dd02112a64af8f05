import { formatRelative } from './formatRelative';

const now = Date.parse('2026-03-04T12:00:00Z');

describe('formatRelative', () => {
  it.each([
    ['2026-03-09T12:00:00Z', 'in 5 days'],
    ['2026-03-04T10:00:00Z', '2 hours ago'],
    ['2026-03-05T12:00:00Z', 'tomorrow'],
  ])('places %s as %s', (time, text) => {
    expect(formatRelative(time, now, 'en')).toBe(text);
  });

  it('places it in Portuguese', () => {
    expect(formatRelative('2026-03-09T12:00:00Z', now, 'pt')).toBe('em 5 dias');
  });
});
