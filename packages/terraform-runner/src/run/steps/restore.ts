import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { awsFailure } from '../../aws/awsFailure';
import { RunnerError } from '../../errors/RunnerError';
import { deleteLock, findLock, putLock } from '../../state/lockObject';
import { putFile } from '../../state/putFile';
import { readState } from '../../state/readState';
import { parseStateFile } from '../../state/stateFile';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { askToApply } from '../askToApply';
import { lockedFailure } from '../lockedFailure';

/** Writes the approved content, with Terraform's lock held: no Terraform can read or write the state meanwhile. */
export const restore: Step = { name: 'restore', run: runRestore };

async function runRestore(context: RunContext): Promise<void> {
  const { job, aws, events, found } = context;
  const lock = await lockState(context);
  try {
    await checkPresent(context);
    await askToApply(context);
    await writeState(context);
    found.isDone = true;
  } finally {
    await deleteLock(aws, job.state, lock).catch(error =>
      events.log('error', `The lock was not removed: ${error.message}`),
    );
  }
}

async function lockState(context: RunContext): Promise<{ etag?: string }> {
  const { job, aws, newId, now } = context;
  const { bucket, key } = job.state;
  const lock = await putLock(aws, job.state, {
    ID: newId(),
    Operation: 'restore',
    Info: `Terrastage run ${job.runId}`,
    Who: `terrastage@${hostname()}`,
    Version: '',
    Created: now().toISOString(),
    Path: `${bucket}/${key}`,
  }).catch(error => {
    throw awsFailure('restore_failed', `lock s3://${bucket}/${key}`, error);
  });
  if (!lock) {
    const holder = await findLock(aws, job.state, 'restore_failed');
    throw lockedFailure(holder?.lock, job);
  }
  return lock;
}

/** Terraform itself would refuse a state whose serial is not above the present one. */
async function checkPresent({ job, aws, folders }: RunContext): Promise<void> {
  const content = parseStateFile(await readFile(folders.planFile, 'utf8'));
  const present = await readState(aws, job.state);
  if (
    present.kind === 'state' &&
    present.file.lineage === content.lineage &&
    present.file.serial >= content.serial
  ) {
    throw new RunnerError(
      'plan_stale',
      `The state has changed since this was planned (its serial is ${present.file.serial}, ${content.serial} was to be written). Nothing was written. Start the restore again`,
    );
  }
}

async function writeState(context: RunContext): Promise<void> {
  const { job, aws, folders, events } = context;
  const { bucket, key } = job.state;
  await putFile(aws, job.state, { key, path: folders.planFile }).catch(
    error => {
      throw awsFailure('restore_failed', `write s3://${bucket}/${key}`, error);
    },
  );
  events.log('info', `The state s3://${bucket}/${key} is restored`);
}
