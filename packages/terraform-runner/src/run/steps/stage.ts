import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { storePlan } from '../storePlan';

/** Stores the content that is to be written in the plan's place: what is approved by its digest is this text. */
export const stage: Step = { name: 'stage', run: runStage };

async function runStage(context: RunContext): Promise<void> {
  const { folders, found } = context;
  const content = found.restored!;
  await writeFile(folders.planFile, content, { mode: 0o600 });
  found.plan = {
    summary: found.plan!.summary,
    digest: createHash('sha256').update(content).digest('hex'),
  };
  found.storedPlan = storePlan(context);
  // Whoever needs it awaits it; until then a failure must not end the process.
  found.storedPlan.catch(() => undefined);
}
