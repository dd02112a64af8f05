import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [42, '42ms'],
    [2_400, '2.4s'],
    [9_960, '10s'],
    [65_000, '1m 5s'],
    [120_000, '2m'],
    [3_725_000, '1h 2m'],
    [90_000_000, '1d 1h'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text);
  });

  it('writes in the language of the reader', () => {
    expect(formatDuration(2_400, 'pt')).toBe('2,4 s');
  });

  it('never writes a negative time when clocks differ', () => {
    expect(formatDuration(-5, 'en')).toBe('0ms');
  });
});
