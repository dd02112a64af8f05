import { formatBytes } from './formatBytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_000, '1 kB'],
    [14_230, '14.2 kB'],
    [1_200_000, '1.2 MB'],
    [3_000_000_000, '3,000 MB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text);
  });
});
