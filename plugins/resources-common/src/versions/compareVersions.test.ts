import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['1.0.0', '1.0.1'],
    ['1.9.0', '1.10.0'],
    ['1.10.9', '2.0.0'],
  ])('takes %s for older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it('takes a version for as old as itself', () => {
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  });
});
