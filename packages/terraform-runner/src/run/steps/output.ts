import { RunnerError } from '../../errors/RunnerError';
import { readState } from '../../state/readState';
import { stateOutputs, stateRecord } from '../../state/stateRecord';
import { output as terraformOutput } from '../../terraform/output';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { commandFailure } from '../commandFailure';
import { isGoingToApply } from '../isGoingToApply';

/** Reads back what the apply left: lineage, serial, resources, outputs. */
export const output: Step = {
  name: 'output',
  isDue: isGoingToApply,
  run: runOutput,
};

async function runOutput(context: RunContext): Promise<void> {
  const { job, aws, found, terraform } = context;
  const object = await readState(aws, job.state);
  if (object.kind !== 'state') {
    throw new RunnerError(
      'state_unreadable',
      `The apply ended well, but there is no readable state at s3://${job.state.bucket}/${job.state.key} (${object.kind}). Look at the versions of this object before anything else is run`,
    );
  }
  const { file, versionId } = object;
  found.state = stateRecord(file, versionId);
  if (file.body) {
    found.outputs = stateOutputs(file.body);
    return;
  }
  // A state of another format, such as one that OpenTofu encrypted: only the program itself can read it.
  found.outputs =
    found.streamedOutputs ??
    (await terraformOutput(terraform).catch(async error => {
      throw await commandFailure('state_unreadable', error, context);
    }));
}
