import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isWholePlan } from '../../plan/isWholePlan';
import { CommandFailed } from '../../terraform/CommandFailed';
import { plan as terraformPlan } from '../../terraform/plan';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { commandFailure } from '../commandFailure';
import { storePlan } from '../storePlan';

/** Plans, and begins to store the plan for a later apply. */
export const plan: Step = { name: 'plan', run: runPlan };

async function runPlan(context: RunContext): Promise<void> {
  const { job, folders, found } = context;
  try {
    const { summary } = await terraformPlan(context.terraform, {
      planFile: folders.planFile,
      destroy: job.operation === 'destroy',
      lockTimeoutSeconds: job.limits.lockTimeoutSeconds,
    });
    found.plan = { summary, digest: await digestOfPlan(folders.planFile) };
  } catch (error) {
    throw await commandFailure('plan_failed', error, context);
  }
  if (job.operation === 'restore') {
    // Here the plan is what a person looks at; what is approved and stored is the state itself.
    return;
  }
  found.storedPlan = storePlan(context);
  // Whoever needs the stored plan awaits it; until then a failure must not end the process.
  found.storedPlan.catch(() => undefined);
}

async function digestOfPlan(planFile: string): Promise<string> {
  const bytes = await readFile(planFile);
  if (!isWholePlan(bytes)) {
    throw new CommandFailed('plan', [], 'a plan file that is cut off');
  }
  return createHash('sha256').update(bytes).digest('hex');
}
