import { RunnerError } from '../errors/RunnerError';
import { StoppedError } from '../errors/StoppedError';
import { errorCode } from '../errors/errorCode';
import { PortalError } from '../portal/PortalError';
import type { Failure, Job } from '../protocol';

/** Why a run ended other than it should, for the portal. */
export function failureOf(
  error: unknown,
  { job, workDir }: { job: Pick<Job, 'limits'>; workDir: string },
): Failure {
  if (error instanceof RunnerError) {
    const { code, message, lock } = error;
    return { code, message, lock };
  }
  if (error instanceof StoppedError && error.reason === 'timed_out') {
    return {
      code: 'timed_out',
      message: `The run took longer than its ${job.limits.deadlineSeconds} s, so Terraform was stopped. Look at what was made, then try again`,
    };
  }
  if (isFenced(error)) {
    return {
      code: 'fenced',
      message: `The portal does not want this run to go on: ${
        (error as Error).message
      }`,
    };
  }
  if (['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '')) {
    return {
      code: 'disk_full',
      message: `The runner's disk (${workDir}) is full. Make room, then try again`,
    };
  }
  return {
    code: 'internal',
    message: `The runner failed: ${
      (error as Error).message
    }. The log says more; tell the platform team`,
  };
}

function isFenced(error: unknown): boolean {
  return (
    (error instanceof StoppedError && error.reason === 'fenced') ||
    (error instanceof PortalError && error.kind === 'fenced')
  );
}
