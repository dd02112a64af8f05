import { RunnerError } from '../errors/RunnerError';
import type { FailureCode } from '../protocol';
import { readLock } from '../state/readLock';
import { CommandFailed } from '../terraform/CommandFailed';
import type { RunContext } from './RunContext';
import { diagnosticText } from './diagnosticText';
import { lockedFailure } from './lockedFailure';
import { isAwsAway } from './isAwsAway';
import { isDiskFull } from './isDiskFull';

/** Terraform's own summaries of the two errors that mean something to the portal. */
const LOCKED = 'Error acquiring the state lock';
const STALE = 'Saved plan is stale';

/**
 * Why a Terraform command failed, as a failure of the run. What was stopped from outside is told as such.
 *
 * @param code - for errors of the module or of AWS, which the diagnostics explain
 */
export async function commandFailure(
  code: FailureCode,
  error: unknown,
  context: RunContext,
): Promise<unknown> {
  const { stop, job } = context;
  if (!(error instanceof CommandFailed)) {
    return error;
  }
  if (stop.reason) {
    return stop.signal.reason;
  }
  const summaries = error.errors.map(({ summary }) => summary);
  if (summaries.includes(LOCKED)) {
    return lockedFailure(await readLock(context.aws, job.state), job);
  }
  if (summaries.includes(STALE)) {
    return new RunnerError(
      'plan_stale',
      'The state has changed since this plan was made, so the plan is no longer what would happen. Nothing was applied. Plan again',
      { cause: error },
    );
  }
  const said = error.errors.map(diagnosticText).join(' | ');
  if (await isDiskFull(context.folders)) {
    return new RunnerError(
      'disk_full',
      `The runner's disk (${context.folders.workDir}) is full, so terraform ${error.command} could not go on. Make room, then try again. ${said}`,
      { cause: error },
    );
  }
  if (await isAwsAway(context.aws)) {
    return new RunnerError(
      'unreachable',
      `AWS (${
        context.env.AWS_ENDPOINT_URL ?? `region ${job.aws.region}`
      }) does not answer any more; terraform ${
        error.command
      } gave up. Check the network of the runner, then look at what was made before you try again. ${said}`,
      { cause: error },
    );
  }
  return new RunnerError(code, said || `${error.message}; see the log`, {
    cause: error,
  });
}
