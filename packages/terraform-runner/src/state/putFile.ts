import { PutObjectCommand } from '@aws-sdk/client-s3';
import { readFile } from 'node:fs/promises';
import type { AwsClients } from '../aws/AwsClients';
import type { Job } from '../protocol';

/** Puts a file of this machine into the state bucket, encrypted like the state. */
export async function putFile(
  aws: AwsClients,
  state: Pick<Job['state'], 'bucket' | 'kmsKeyId'>,
  options: { key: string; path: string; metadata?: Record<string, string> },
): Promise<void> {
  await aws.s3.send(
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
