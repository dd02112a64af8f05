import { diagnosticText } from './diagnosticText';

describe('diagnosticText', () => {
  it('tells where, what and why on one line', () => {
    expect(
      diagnosticText({
        severity: 'error',
        summary: 'Invalid value',
        detail: 'Too\n  long',
        range: { filename: 'main.tf', start: { line: 3 } },
      }),
    ).toBe('main.tf:3: Invalid value: Too long');
  });

  it.each([
    ['BucketAlreadyExists', 'choose another name'],
    ['BucketAlreadyOwnedByYou', 'import it'],
    ['AccessDenied', 'lacks a permission'],
  ])('says what to do about %s', (code, hint) => {
    const text = diagnosticText({
      severity: 'error',
      summary: `creating S3 Bucket (my-bucket): operation error S3: CreateBucket, ${code}: x`,
      detail: '',
      address: 'aws_s3_bucket.this',
    });

    expect(text).toMatch(
      /^aws_s3_bucket\.this: creating S3 Bucket \(my-bucket\)/,
    );
    expect(text).toContain(hint);
  });
});
