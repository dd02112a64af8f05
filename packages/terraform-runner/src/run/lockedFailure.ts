import { RunnerError } from '../errors/RunnerError';
import type { Failure, Job } from '../protocol';

/** The state is locked by somebody else. */
export function lockedFailure(
  lock: Failure['lock'],
  { state }: Pick<Job, 'state'>,
): RunnerError {
  const holder = lock
    ? `${lock.who} since ${lock.created} (${lock.operation}, lock ${lock.id})`
    : 'somebody who has released it meanwhile';
  return new RunnerError(
    'locked',
    `The state s3://${state.bucket}/${state.key} is locked by ${holder}. Nothing was changed. Try again when that is done; if it is dead, remove the lock on the resource's State page`,
    { lock },
  );
}
