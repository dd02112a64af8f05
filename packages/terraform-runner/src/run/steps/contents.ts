import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { RunnerError } from '../../errors/RunnerError';
import type { StateFile } from '../../state/stateFile';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { isGoingToApply } from '../isGoingToApply';

/**
 * Before a destroy: does a bucket hold anything? S3 refuses to delete one that does, but by then Terraform has taken its
 * policy and its public access block away. No precondition of the module can say so earlier: Terraform looks at none
 * when it plans a destroy.
 */
export const contents: Step = {
  name: 'contents',
  isDue: context =>
    context.job.operation === 'destroy' &&
    isGoingToApply(context) &&
    keptBuckets(context.found.before).length > 0,
  run: runContents,
};

const MOST_LISTED = 1_000;

async function runContents({ aws, events, found }: RunContext): Promise<void> {
  for (const bucket of keptBuckets(found.before)) {
    const held = await countVersions(aws.buckets, bucket).catch(error => {
      events.log(
        'warn',
        `Nobody could look whether the bucket ${bucket} is empty: ${error.message}`,
      );
      return 0;
    });
    if (held > 0) {
      throw new RunnerError(
        'bucket_not_empty',
        `The bucket ${bucket} is not empty: it holds ${objects(
          held,
        )}, old versions and delete markers counted. ` +
          'Nothing was deleted. Empty it first, or change the resource so that deleting the bucket deletes its objects (force_destroy), then delete it again',
      );
    }
  }
}

/** Names of the buckets in a state that may only be deleted when they are empty. */
function keptBuckets(state: StateFile | undefined): string[] {
  const resources = state?.body?.resources ?? [];
  return resources
    .filter(({ mode, type }) => mode === 'managed' && type === 'aws_s3_bucket')
    .flatMap(({ instances }) => instances)
    .flatMap(({ attributes }) =>
      typeof attributes?.bucket === 'string' && !attributes.force_destroy
        ? attributes.bucket
        : [],
    );
}

async function countVersions(s3: S3Client, bucket: string): Promise<number> {
  try {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, MaxKeys: MOST_LISTED }),
    );
    return Versions.length + DeleteMarkers.length;
  } catch (error) {
    if ((error as Error).name === 'NoSuchBucket') {
      return 0;
    }
    throw error;
  }
}

function objects(count: number): string {
  if (count === 1) {
    return '1 object';
  }
  return count < MOST_LISTED
    ? `${count} objects`
    : `${MOST_LISTED} objects or more`;
}
