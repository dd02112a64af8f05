import { missingImports } from './missingImports';

const error = (summary: string, detail: string) => ({
  severity: 'error' as const,
  summary,
  detail,
});

const notThere = (address: string) =>
  error(
    'Cannot import non-existent remote object',
    `While attempting to import an existing object to "${address}", the provider detected that no object exists with the given id.`,
  );

const imports = {
  'aws_s3_bucket.this': 'b',
  'aws_s3_bucket_logging.this[0]': 'b',
  'aws_s3_bucket_policy.tls_only': 'b',
};

describe('what cannot be imported', () => {
  it('is what AWS does not have and what the module does not ask for', () => {
    const missing = missingImports(
      [
        notThere('aws_s3_bucket_policy.tls_only'),
        error(
          'Configuration for import target does not exist',
          'The configuration for the given import aws_s3_bucket_logging.this[0] does not exist. All target instances must have an associated configuration to be imported.',
        ),
      ],
      imports,
    );

    expect(missing).toEqual([
      'aws_s3_bucket_policy.tls_only',
      'aws_s3_bucket_logging.this[0]',
    ]);
  });

  it('is not known when something else is wrong as well', () => {
    const missing = missingImports(
      [notThere('aws_s3_bucket.this'), error('Forbidden', 'AccessDenied')],
      imports,
    );

    expect(missing).toBeUndefined();
  });

  it('is not known when nothing is said of an import', () => {
    expect(missingImports([], imports)).toBeUndefined();
  });
});
