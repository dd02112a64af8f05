import { GetObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import { awsFailure } from '../aws/awsFailure';
import type { AwsClients } from '../aws/AwsClients';
import type { Job } from '../protocol';
import type { StateObject } from './StateObject';
import { parseStateFile } from './stateFile';

/** @throws {@link RunnerError} `unreachable` or `state_unreadable` when S3 gives no answer or refuses it */
export async function readState(
  aws: AwsClients,
  { bucket, key }: Pick<Job['state'], 'bucket' | 'key'>,
): Promise<StateObject> {
  let text: string;
  let versionId: string | undefined;
  try {
    const object = await aws.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: key }),
    );
    versionId = object.VersionId;
    text = (await object.Body?.transformToString()) ?? '';
  } catch (error) {
    if (error instanceof NoSuchKey) {
      return { kind: 'none' };
    }
    throw awsFailure(
      'state_unreadable',
      `read the state s3://${bucket}/${key}`,
      error,
    );
  }
  if (text.length === 0) {
    return { kind: 'empty', versionId };
  }
  try {
    return { kind: 'state', versionId, file: parseStateFile(text) };
  } catch (cause) {
    return { kind: 'unreadable', versionId, cause };
  }
}
