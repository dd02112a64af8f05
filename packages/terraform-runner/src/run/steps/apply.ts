import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isUnchanged } from '../../cache/InitCache';
import { RunnerError } from '../../errors/RunnerError';
import { apply as terraformApply } from '../../terraform/apply';
import { releaseImports } from '../../adoption/releaseImports';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { askToApply } from '../askToApply';
import { commandFailure } from '../commandFailure';
import { isGoingToApply } from '../isGoingToApply';
import { providerDigests } from '../planObject';
import { rescueState } from '../rescueState';

/** Applies exactly the plan that the portal allowed. */
export const apply: Step = {
  name: 'apply',
  isDue: isGoingToApply,
  run: runApply,
};

async function runApply(context: RunContext): Promise<void> {
  const { job, folders, found, events, now } = context;
  await checkPlan(context);
  await checkProviders(context);
  await askToApply(context);
  found.applyStarted = true;
  try {
    const { outputs } = await terraformApply(context.terraform, {
      planFile: folders.planFile,
      lockTimeoutSeconds: job.limits.lockTimeoutSeconds,
      now,
      onProgress: progress => events.emit(progress),
    });
    found.streamedOutputs = outputs;
  } catch (error) {
    if (job.operation === 'adopt') {
      await releaseImports(context);
    }
    await rescueState(context, error);
    throw await commandFailure('apply_failed', error, context);
  }
}

async function checkPlan({ job, folders, found }: RunContext): Promise<void> {
  const allowed = found.plan?.digest ?? job.approvedPlanDigest;
  const digest = createHash('sha256')
    .update(await readFile(folders.planFile))
    .digest('hex');
  if (digest !== allowed) {
    throw new RunnerError(
      'plan_stale',
      `The plan file on the runner has changed since it was allowed (${digest} instead of ${allowed}). Nothing was applied. Plan again`,
    );
  }
}

/** The lock file holds no digests, so what they would catch is looked at here. */
async function checkProviders({ found }: RunContext): Promise<void> {
  const prepared = found.prepared!;
  if (!(await isUnchanged(prepared))) {
    throw new RunnerError(
      'plan_stale',
      'A provider was replaced on the runner after the plan was made. Nothing was applied. Plan again',
    );
  }
  const digests = providerDigests(prepared);
  const different = Object.entries(found.plannedWith ?? {}).find(
    ([provider, digest]) => digests[provider] !== digest,
  );
  if (different) {
    throw new RunnerError(
      'plan_stale',
      `The plan was made with another provider than this runner has (${different[0]}). Nothing was applied. Plan again`,
    );
  }
}
