import { StoppedError } from '../errors/StoppedError';
import type { RunResult } from '../protocol';
import { readState } from '../state/readState';
import { stateRecord } from '../state/stateRecord';
import type { RunContext } from './RunContext';
import { failureOf } from './failureOf';
import { runSteps } from './runSteps';
import { stepsOf } from './stepsOf';

/** Runs a job's steps to their end, whatever it is. Never rejects. */
export async function runJob(context: RunContext): Promise<RunResult> {
  const { found, redactor } = context;
  const end = await runSteps(stepsOf(context.job), context)
    .then(() => storedIfParked(context))
    .then(
      (): End => ({
        outcome: found.applyStarted || found.isDone ? 'applied' : 'planned',
      }),
      error => endOf(error, context),
    );
  await Promise.all(context.beside);
  await found.storedPlan?.catch(() => undefined);
  if (found.applyStarted && !found.state) {
    await recordState(context);
  }
  return redactor.value<RunResult>({
    ...end,
    applyStarted: found.applyStarted,
    outputs: found.outputs,
    state: found.state,
    orphans: found.orphans,
    savedState: found.savedState,
    usage: { maxRssBytes: found.maxRssBytes },
  });
}

type End = Pick<RunResult, 'outcome' | 'failure'>;

/** A plan that waits for an approval is worth nothing unless it is stored. */
async function storedIfParked({ found }: RunContext): Promise<void> {
  if (found.verdict === 'exit') {
    await found.storedPlan;
  }
}

function endOf(error: unknown, { job, folders }: RunContext): End {
  if (error instanceof StoppedError && error.reason === 'canceled') {
    return { outcome: 'canceled' };
  }
  const failure = failureOf(error, { job, workDir: folders.workDir });
  const { step } = error as { step?: string };
  return { outcome: 'failed', failure: { ...failure, step } };
}

/** After an apply that did not end well: what was saved of it, as far as it can be told. */
async function recordState(context: RunContext): Promise<void> {
  const { job, aws, found, events } = context;
  try {
    const object = await readState(aws, job.state);
    if (object.kind === 'state') {
      found.state = stateRecord(object.file, object.versionId);
    }
  } catch (error) {
    events.log('warn', (error as Error).message);
  }
}
