import { GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { LocalError } from '../progress/LocalError';

/**
 * With real AWS: the bucket for states must be there, readable with the
 * credentials of this shell, and keep versions.
 *
 * @throws LocalError that names the environment and what to correct
 */
export async function checkStateBucket(
  environment: string,
  bucket: string,
  region: string,
  s3 = new S3Client({ region, maxAttempts: 2 }),
): Promise<void> {
  const where = `the state bucket "${bucket}" of environment "${environment}" in ${region}`;
  try {
    const versioning = await s3.send(
      new GetBucketVersioningCommand({ Bucket: bucket }),
    );
    if (versioning.Status === 'Enabled') return;
  } catch (error) {
    const { name, message } = error as Error;
    throw new LocalError(
      `No access to ${where}: ${name}: ${message}`,
      'Correct resources.environments in app-config.local.yaml, make the bucket, or give this shell AWS credentials that may read it.',
      { cause: error },
    );
  } finally {
    s3.destroy();
  }
  throw new LocalError(
    `Versions are off in ${where}`,
    `Turn them on: a lost state can only be brought back from an older version.`,
  );
}
