import { checkState } from '../../state/checkState';
import { readState } from '../../state/readState';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

/** Makes sure that the state under the key is the one that the inventory knows. */
export const guard: Step = { name: 'guard', run: runGuard };

async function runGuard(context: RunContext): Promise<void> {
  const { job, aws, redactor } = context;
  const state = await readState(aws, job.state);
  checkState(state, job.state);
  if (state.kind === 'state') {
    context.found.before = state.file;
    const outputs = Object.values(state.file.body?.outputs ?? {});
    outputs
      .filter(({ sensitive }) => sensitive)
      .forEach(({ value }) => redactor.add(value));
  }
}
