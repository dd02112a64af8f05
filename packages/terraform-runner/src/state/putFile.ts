import { readFile } from 'node:fs/promises';
import type { AwsClients } from '../aws/AwsClients';
import type { Job } from '../protocol';

/** Puts a file of this machine into the state bucket, encrypted like the state. */
export async function putFile(
  aws: AwsClients,
  state: Pick<Job['state'], 'bucket' | 'kmsKeyId'>,
  options: { key: string; path: string; metadata?: Record<string, string> },
): Promise<void> {
  const s3 = await aws.s3();
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  await s3.send(
    new PutObjectCommand({
      Bucket: state.bucket,
      Key: options.key,
      Body: await readFile(options.path),
      Metadata: options.metadata,
      ...(state.kmsKeyId
        ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: state.kmsKeyId }
        : {}),
    }),
  );
}
