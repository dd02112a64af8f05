import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { LOCAL_AWS_REGION, type AwsEnv } from './localAwsEnv';

/**
 * Makes a bucket for Terraform states on the local AWS, with versions, unless it
 * is there already.
 */
export async function stateBucket(
  aws: { url: string; env: AwsEnv },
  name: string,
  region = LOCAL_AWS_REGION,
): Promise<{ bucket: string; region: string }> {
  // S3 takes no constraint for the region in which buckets are by default.
  const inRegion =
    region === 'us-east-1'
      ? {}
      : {
          CreateBucketConfiguration: {
            LocationConstraint: region as BucketLocationConstraint,
          },
        };
  const s3 = new S3Client({
    endpoint: aws.url,
    region,
    forcePathStyle: true,
    credentials: {
      accessKeyId: aws.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: aws.env.AWS_SECRET_ACCESS_KEY,
    },
  });
  try {
    if (!(await exists(s3, name))) {
      await s3.send(new CreateBucketCommand({ Bucket: name, ...inRegion }));
    }
    await s3.send(
      new PutBucketVersioningCommand({
        Bucket: name,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    return { bucket: name, region };
  } finally {
    s3.destroy();
  }
}

async function exists(s3: S3Client, name: string): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: name }));
    return true;
  } catch (error) {
    if ((error as { name?: string }).name === 'NotFound') return false;
    throw error;
  }
}
