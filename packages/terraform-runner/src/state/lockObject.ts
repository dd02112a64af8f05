import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { awsFailure } from '../aws/awsFailure';
import type { AwsClients } from '../aws/AwsClients';
import type { Failure, FailureCode, Job } from '../protocol';

/**
 * The object by which Terraform's S3 backend locks (`use_lockfile`): `<key>.tflock`, made only where there is none.
 * https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 */
export type LockInfo = {
  ID: string;
  Operation: string;
  Info: string;
  Who: string;
  Version: string;
  Created: string;
  Path: string;
};

export type FoundLock = { etag?: string; lock: NonNullable<Failure['lock']> };

type Place = Pick<Job['state'], 'bucket' | 'key' | 'kmsKeyId'>;

const lockSchema = z.object({
  ID: z.string().default('unknown'),
  Who: z.string().default('somebody'),
  Operation: z.string().default('unknown'),
  Created: z.string().default('an unknown time'),
});

/** @throws {@link RunnerError} when S3 gives no answer or refuses it */
export async function findLock(
  { s3 }: AwsClients,
  { bucket, key }: Place,
  code: FailureCode,
): Promise<FoundLock | undefined> {
  try {
    const object = await s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: lockKey(key) }),
    );
    const text = (await object.Body?.transformToString()) ?? '';
    const { ID, Who, Operation, Created } = lockSchema.parse(toJson(text));
    return {
      etag: object.ETag,
      lock: { id: ID, who: Who, operation: Operation, created: Created },
    };
  } catch (error) {
    if (error instanceof NoSuchKey) {
      return undefined;
    }
    throw awsFailure(
      code,
      `read the lock s3://${bucket}/${lockKey(key)}`,
      error,
    );
  }
}

/** Deletes the lock object where it is still the one that was found. */
export async function deleteLock(
  { s3 }: AwsClients,
  { bucket, key }: Place,
  found: { etag?: string },
): Promise<void> {
  await s3.send(
    new DeleteObjectCommand({
      Bucket: bucket,
      Key: lockKey(key),
      IfMatch: found.etag,
    }),
  );
}

/** Makes the lock object. @returns false when there is one already */
export async function putLock(
  { s3 }: AwsClients,
  { bucket, key, kmsKeyId }: Place,
  info: LockInfo,
): Promise<{ etag?: string } | undefined> {
  try {
    const { ETag } = await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: lockKey(key),
        Body: JSON.stringify(info),
        ContentType: 'application/json',
        IfNoneMatch: '*',
        ...(kmsKeyId
          ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKeyId }
          : {}),
      }),
    );
    return { etag: ETag };
  } catch (error) {
    if (error instanceof S3ServiceException && isTaken(error)) {
      return undefined;
    }
    throw error;
  }
}

/** 409: somebody else made one at the same moment. */
function isTaken({ $metadata }: S3ServiceException): boolean {
  return [409, 412].includes($metadata.httpStatusCode ?? 0);
}

function lockKey(key: string): string {
  return `${key}.tflock`;
}

/** What can't be read is a lock all the same. */
function toJson(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
