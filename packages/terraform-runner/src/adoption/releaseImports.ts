import type { RunContext } from '../run/RunContext';
import { readState } from '../state/readState';
import { stateRecord } from '../state/stateRecord';
import { removeFromState } from '../terraform/removeFromState';
import { show } from '../terraform/show';

/**
 * After an adoption that did not come to its end: takes out of the state what stood in AWS before. What is left there
 * is what the run made, so that a delete can never take the rest along.
 */
export async function releaseImports(context: RunContext): Promise<void> {
  const { job, folders, events, terraform } = context;
  // What stopped the apply must not stop this.
  const cli = { ...terraform, stop: new AbortController().signal };
  try {
    const shown = await show(cli, { planFile: folders.planFile });
    const managed = await addressesInState(context);
    const addresses = shown.resource_changes
      .filter(({ change }) => change.importing !== undefined)
      .map(({ address }) => address)
      .filter(address => managed.has(address));
    if (addresses.length === 0) {
      return;
    }
    await removeFromState(cli, {
      addresses,
      lockTimeoutSeconds: job.limits.lockTimeoutSeconds,
    });
    events.log(
      'warn',
      `No longer managed, and left standing in AWS: ${addresses.join(', ')}`,
    );
  } catch (error) {
    events.log(
      'error',
      `What was imported could not be taken out of the state again (${
        (error as Error).message
      }). The portal deletes nothing of it; tell the platform team`,
    );
  }
}

async function addressesInState({ aws, job }: RunContext) {
  const state = await readState(aws, job.state);
  return new Set(
    state.kind === 'state'
      ? stateRecord(state.file, state.versionId).managed.map(
          ({ address }) => address,
        )
      : [],
  );
}
