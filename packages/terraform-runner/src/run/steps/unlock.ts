import { awsFailure } from '../../aws/awsFailure';
import { RunnerError } from '../../errors/RunnerError';
import { deleteLock, findLock } from '../../state/lockObject';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { askToApply } from '../askToApply';

/**
 * Takes away one lock, as `terraform force-unlock` does, and only while it is still the one that somebody looked
 * at: between its look and its delete Terraform would take a newer one.
 */
export const unlock: Step = { name: 'unlock', run: runUnlock };

async function runUnlock(context: RunContext): Promise<void> {
  const { job, aws, events, found } = context;
  const { lockId } = job.unlock!;
  const where = `s3://${job.state.bucket}/${job.state.key}`;
  const present = await findLock(aws, job.state, 'unlock_failed');
  if (present && present.lock.id !== lockId) {
    const { id, who, created } = present.lock;
    throw new RunnerError(
      'lock_changed',
      `The lock of ${where} is another one by now: ${id}, held by ${who} since ${created}. Lock ${lockId} was to go, so nothing was touched. Look at the present lock, then decide anew`,
      { lock: present.lock },
    );
  }
  await askToApply(context);
  if (present) {
    await deleteLock(aws, job.state, present).catch(error => {
      throw awsFailure('unlock_failed', `delete the lock of ${where}`, error);
    });
  }
  events.log(
    'info',
    present
      ? `Lock ${lockId} of ${where} is gone. It was held by ${present.lock.who} since ${present.lock.created}`
      : `Nobody holds the lock of ${where} any more; there was nothing to do`,
  );
  found.isDone = true;
}
