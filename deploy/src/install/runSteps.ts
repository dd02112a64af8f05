import type { InstallContext, Step } from './InstallContext';
import { NotYetKnown } from './NotYetKnown';

/** Runs steps in order. Each finds by itself what is there already, so that all of them can be run again. */
export async function runSteps(
  steps: Step[],
  context: InstallContext,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    context.say(`[${index + 1}/${steps.length}] ${step.title}`);
    try {
      await step.run(context);
    } catch (error) {
      if (!(error instanceof NotYetKnown && context.commands.dryRun)) {
        throw error;
      }
      context.say(`  ${error.message}. After that:`);
      for (const { title } of steps.slice(index)) {
        context.say(`  would go on with: ${title}`);
      }
      return;
    }
  }
}
