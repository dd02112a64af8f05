import { checkRegion } from '../../adoption/checkRegion';
import { draftImports } from '../../adoption/draftImports';
import { lookUp } from '../../adoption/lookUp';
import { sensitiveValues } from '../../plan/sensitiveValues';
import { show } from '../../terraform/show';
import { commandFailure } from '../commandFailure';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

/** Finds what of the module stands in AWS already, and lays down what the plan imports. */
export const find: Step = { name: 'find', run: runFind };

async function runFind(context: RunContext): Promise<void> {
  const { job, folders, events, redactor, terraform: cli } = context;
  const adopt = job.adopt!;
  const named = Object.fromEntries(adopt.imports.map(({ to, id }) => [to, id]));
  const planFile = folders.draftFile;
  try {
    let imports = await draftImports({ cli, job, imports: named, planFile });
    const draft = await show(cli, { planFile });
    sensitiveValues(draft).forEach(value => redactor.add(value));
    checkRegion(draft, job);
    if (adopt.lookup) {
      const more = await lookUp({ cli, job, draft });
      imports = await draftImports({
        cli,
        job,
        imports: { ...more, ...imports },
        planFile,
      });
    }
    events.log('info', `To import: ${Object.keys(imports).join(', ')}`);
  } catch (error) {
    throw await commandFailure('adoption_refused', error, context);
  }
}
