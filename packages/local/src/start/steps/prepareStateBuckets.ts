import { checkStateBucket } from '../../aws/checkStateBucket';
import { stateBucket } from '../../aws/stateBucket';
import { need, type StartContext } from '../StartContext';

/** Terraform makes no bucket for its states: one is made here, or must be there. */
export async function prepareStateBuckets(
  context: StartContext,
): Promise<void> {
  const { aws } = context;
  for (const environment of need(context, 'settings').environments) {
    const { stateBucket: name, stateRegion: region } = environment;
    if (aws) await stateBucket(aws, name, region);
    else await checkStateBucket(environment.name, name, region);
  }
}
