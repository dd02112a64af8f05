import type { RunContext } from './RunContext';
import type { Step, Steps } from './Step';

/**
 * Runs steps in order and tells of each. The first failure ends it; of steps that run together all are
 * awaited, and the first in the list that failed is the one that counts.
 */
export async function runSteps(
  steps: Steps,
  context: RunContext,
): Promise<void> {
  for (const entry of steps) {
    context.stop.signal.throwIfAborted();
    const together = Array.isArray(entry) ? entry : [entry];
    const ends = await Promise.allSettled(
      together.map(step => startStep(step, context)),
    );
    const failed = ends.find(end => end.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
  }
}

async function startStep(step: Step, context: RunContext): Promise<void> {
  const running = runStep(step, context);
  if (!step.isBeside?.(context)) {
    await running;
    return;
  }
  context.beside.push(
    running.catch(error =>
      context.events.log('warn', `Step ${step.name} failed: ${error.message}`),
    ),
  );
}

async function runStep(step: Step, context: RunContext): Promise<void> {
  const { events, now } = context;
  const tell = (status: 'started' | 'finished' | 'failed', since?: Date) =>
    events.emit({
      type: 'step',
      step: step.name,
      status,
      ...(since ? { durationMs: now().getTime() - since.getTime() } : {}),
    });
  if (step.isDue && !step.isDue(context)) {
    // What comes after the end that the portal asked for is not left out: it is another runner's, if anybody's.
    if (context.found.verdict !== 'exit') {
      events.emit({ type: 'step', step: step.name, status: 'skipped' });
    }
    return;
  }
  const since = now();
  tell('started');
  try {
    await step.run(context);
    tell('finished', since);
  } catch (error) {
    tell('failed', since);
    throw Object.assign(error as Error, { step: step.name });
  }
}
