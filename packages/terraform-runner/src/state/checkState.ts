import { RunnerError } from '../errors/RunnerError';
import type { Job } from '../protocol';
import type { StateObject } from './StateObject';

const RESTORE =
  'Nothing was planned. Restore the last good version of this object (the bucket keeps versions), then try again';

/**
 * Refuses a state that is not the one that the inventory knows. Terraform itself would take an empty or a
 * missing one for a resource that was never made, and make all of it again.
 *
 * @throws {@link RunnerError} `state_missing`, `state_empty`, `state_older`, `state_foreign` or
 *   `state_unreadable`
 */
export function checkState(found: StateObject, state: Job['state']): void {
  const where = `s3://${state.bucket}/${state.key}`;
  const { expectation } = state;
  switch (found.kind) {
    case 'none':
      if (expectation.kind === 'known') {
        throw new RunnerError(
          'state_missing',
          `There is no state at ${where}, but the inventory knows one (lineage ${expectation.lineage}, serial ${expectation.serial}). ${RESTORE}`,
        );
      }
      return;
    case 'empty':
      throw new RunnerError(
        'state_empty',
        `The state at ${where} is an empty object. Terraform would make everything again. ${RESTORE}`,
      );
    case 'unreadable':
      throw new RunnerError(
        'state_unreadable',
        `The object at ${where} is not a Terraform state. ${RESTORE}`,
        { cause: found.cause },
      );
    default:
      checkIdentity(found.file, expectation, where);
  }
}

function checkIdentity(
  file: { lineage: string; serial: number },
  expectation: Job['state']['expectation'],
  where: string,
): void {
  if (expectation.kind === 'absent') {
    throw new RunnerError(
      'state_foreign',
      `There is already a state at ${where} (lineage ${file.lineage}, serial ${file.serial}), but this resource was never applied. ` +
        'Nothing was planned. Find out whose state it is and move it away, then try again',
    );
  }
  if (file.lineage !== expectation.lineage) {
    throw new RunnerError(
      'state_foreign',
      `The state at ${where} belongs to something else: its lineage is ${file.lineage}, the inventory knows ${expectation.lineage}. ${RESTORE}`,
    );
  }
  if (file.serial < expectation.serial) {
    throw new RunnerError(
      'state_older',
      `The state at ${where} is older than the last run: its serial is ${file.serial}, the inventory knows ${expectation.serial}. ${RESTORE}`,
    );
  }
}
