import { GetObjectCommand } from '@aws-sdk/client-s3';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awsFailure } from '../../aws/awsFailure';
import { RunnerError } from '../../errors/RunnerError';
import { readState } from '../../state/readState';
import { restoredState } from '../../state/restoredState';
import { parseStateFile } from '../../state/stateFile';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

const PREVIEW = 'restored.tfstate';

/** Fetches the version that is to come back, and puts it where Terraform plans with it without touching the bucket. */
export const fetchVersion: Step = {
  name: 'fetch-version',
  run: runFetchVersion,
};

async function runFetchVersion(context: RunContext): Promise<void> {
  const { job, aws, folders, found, redactor } = context;
  const text = await fetchText(context);
  found.restored = restoredState(
    text,
    await readState(aws, job.state),
    job.state,
  );
  Object.values(parseStateFile(found.restored).body?.outputs ?? {})
    .filter(({ sensitive }) => sensitive)
    .forEach(({ value }) => redactor.add(value));
  const write = (name: string, content: string) =>
    writeFile(join(folders.workspace, name), content, { mode: 0o600 });
  await write(PREVIEW, found.restored);
  await write(
    'backend.tf.json',
    JSON.stringify({ terraform: { backend: { local: { path: PREVIEW } } } }),
  );
}

async function fetchText({ job, aws }: RunContext): Promise<string> {
  const { bucket, key } = job.state;
  const { versionId } = job.restore!;
  try {
    const object = await aws.s3.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return (await object.Body?.transformToString()) ?? '';
  } catch (error) {
    if (['NoSuchVersion', 'NoSuchKey'].includes((error as Error).name)) {
      throw new RunnerError(
        'restore_failed',
        `There is no version ${versionId} of s3://${bucket}/${key} any more. Nothing was changed. Choose another one`,
        { cause: error },
      );
    }
    throw awsFailure(
      'restore_failed',
      `read version ${versionId} of s3://${bucket}/${key}`,
      error,
    );
  }
}
