import { join } from 'node:path';
import { LocalError } from '../../progress/LocalError';
import { fetchTerraform, pathOfFetched } from '../../terraform/fetchTerraform';
import { findTerraform } from '../../terraform/findTerraform';
import { PINNED_TERRAFORM } from '../../terraform/pinnedTerraform';
import type { StartContext } from '../StartContext';

export async function locateTerraform(
  context: Pick<StartContext, 'home' | 'progress' | 'signal' | 'terraform'>,
): Promise<void> {
  const { home, progress } = context;
  const folder = join(home, 'terraform');
  const fetched = pathOfFetched(folder);
  const found = await findTerraform(process.env, [fetched]);
  if (found) {
    context.terraform = found;
    return;
  }
  progress.line(
    `  none of 1.10 or later on PATH: fetching Terraform ${PINNED_TERRAFORM.version}`,
  );
  await fetchTerraform(folder, { signal: context.signal });
  context.terraform = await findTerraform({}, [fetched]);
  if (!context.terraform) {
    throw new LocalError(
      `The fetched Terraform (${fetched}) does not run on this machine`,
      'Put Terraform 1.10 or later, or OpenTofu 1.10 or later, on PATH.',
    );
  }
}
