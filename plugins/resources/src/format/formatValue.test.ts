import { formatValue } from './formatValue';

describe('formatValue', () => {
  it('shows text as it is', () => {
    expect(formatValue('arn:aws:s3:::invoices')).toBe('arn:aws:s3:::invoices');
  });

  it('shows all else as JSON', () => {
    expect(formatValue({ days: 30 })).toBe('{\n  "days": 30\n}');
    expect(formatValue(false)).toBe('false');
  });
});
