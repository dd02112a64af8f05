import { checkState } from '../../state/checkState';
import { readState } from '../../state/readState';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

/** Makes sure that the state under the key is the one that the inventory knows. */
export const guard: Step = { name: 'guard', run: runGuard };

async function runGuard({ job, aws, redactor }: RunContext): Promise<void> {
  const found = await readState(aws, job.state);
  checkState(found, job.state);
  if (found.kind === 'state') {
    const outputs = Object.values(found.file.body?.outputs ?? {});
    outputs
      .filter(({ sensitive }) => sensitive)
      .forEach(({ value }) => redactor.add(value));
  }
}
