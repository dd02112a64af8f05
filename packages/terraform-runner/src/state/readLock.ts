import { GetObjectCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { AwsClients } from '../aws/AwsClients';
import type { Failure, Job } from '../protocol';

const lockSchema = z.object({
  ID: z.string(),
  Who: z.string(),
  Operation: z.string(),
  Created: z.string(),
});

/** Who holds the state's lock; nothing when nobody does or it cannot be told. */
export async function readLock(
  aws: AwsClients,
  { bucket, key }: Pick<Job['state'], 'bucket' | 'key'>,
): Promise<Failure['lock']> {
  try {
    const object = await aws.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: `${key}.tflock` }),
    );
    const text = (await object.Body?.transformToString()) ?? '';
    const lock = lockSchema.parse(JSON.parse(text));
    return {
      id: lock.ID,
      who: lock.Who,
      operation: lock.Operation,
      created: lock.Created,
    };
  } catch {
    return undefined;
  }
}
