import { RunnerError } from '../errors/RunnerError';
import type { Job } from '../protocol';
import type { StateObject } from './StateObject';
import { parseStateFile } from './stateFile';

/**
 * An older state as it is to be written: the same lineage, and a serial above all that were there, so that nobody
 * takes it for an old one. All else stays byte for byte what it was, also what this program does not know.
 *
 * @param text - the version that is to come back
 * @param present - what lies under the key now, whatever it is
 * @throws {@link RunnerError} `restore_failed` when it is no state, or one of something else
 */
export function restoredState(
  text: string,
  present: StateObject,
  { expectation }: Pick<Job['state'], 'expectation'>,
): string {
  const { lineage, serial } = read(text);
  if (expectation.kind !== 'known' || lineage !== expectation.lineage) {
    throw new RunnerError(
      'restore_failed',
      `This version is a state of something else: its lineage is ${lineage}, the resource's is ${
        expectation.kind === 'known' ? expectation.lineage : 'not known'
      }. Nothing was changed. Choose a version of the resource's own lineage`,
    );
  }
  const highest = Math.max(
    serial,
    expectation.serial,
    present.kind === 'state' && present.file.lineage === lineage
      ? present.file.serial
      : 0,
  );
  return JSON.stringify(
    { ...JSON.parse(text), serial: highest + 1 },
    undefined,
    2,
  );
}

function read(text: string): { lineage: string; serial: number } {
  try {
    return parseStateFile(text);
  } catch (cause) {
    throw new RunnerError(
      'restore_failed',
      'This version is not a Terraform state. Nothing was changed. Choose another one',
      { cause },
    );
  }
}
