import { median, medianRatio, percentile } from './statistics';

describe('statistics', () => {
  it('takes the value in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('takes the nearest rank for a percentile', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);

    expect(percentile(values, 0.95)).toBe(95);
    expect(percentile(values, 1)).toBe(100);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('compares pair by pair, not sum by sum', () => {
    expect(medianRatio([1, 2, 30], [2, 4, 10])).toBe(0.5);
  });
});
