import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { RunnerError } from '../errors/RunnerError';
import { putFile } from '../state/putFile';
import { CommandFailed } from '../terraform/CommandFailed';
import type { RunContext } from './RunContext';

/**
 * Where Terraform could not save the state it leaves `errored.tfstate`, the only record of what was just
 * made. It goes into the bucket, or stays on the machine; it is not pushed over the state by itself.
 *
 * @param error - how the apply ended
 * @throws {@link RunnerError} `state_not_saved` when there is such a file, or Terraform was killed and could
 *   leave none
 */
export async function rescueState(
  context: RunContext,
  error: unknown,
): Promise<void> {
  const { job, aws, folders, found } = context;
  const path = join(folders.workspace, 'errored.tfstate');
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists && error instanceof CommandFailed && error.killed) {
    throw new RunnerError(
      'state_not_saved',
      `Terraform did not stop within ${job.limits.graceSeconds} s and was killed in the middle of its apply. What it had just made is in no state, and the lock may be left. ` +
        'Do not run anything on this resource before the platform team has looked for what carries its tag',
      { cause: error },
    );
  }
  if (!exists) {
    return;
  }
  const key = `${job.runPrefix}errored.tfstate`;
  const saved = await putFile(aws, job.state, { key, path }).then(
    () => `s3://${job.state.bucket}/${key}`,
    () => path,
  );
  found.savedState = saved;
  throw new RunnerError(
    'state_not_saved',
    `Terraform could not save the state after it had changed AWS. The state is kept at ${saved}. ` +
      'Do not run anything on this resource before the platform team has pushed that state (terraform state push)',
  );
}
