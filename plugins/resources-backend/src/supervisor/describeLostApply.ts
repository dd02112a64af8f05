import type { RunFailure } from '@terrastage/plugin-resources-common';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { RunRecord } from '../runs/RunRecord';
import type { StateFindings } from './StateInspector';

export interface LostApply {
  readonly run: RunRecord;
  readonly resource: ResourceRecord;
  readonly host: string;
  /** That nothing of the old attempt works on any more. */
  readonly proven: boolean;
  /** Why it vanished, where that is known; without the last full stop. */
  readonly reason?: string;
  /** Absent when the state could not be read. */
  readonly findings?: StateFindings;
  readonly unreadable?: string;
  /** Where the runner's own files are, on its host. */
  readonly folder?: string;
  readonly erroredStates: readonly string[];
}

/** For people: what is known after a runner vanished in mid-apply, and what to do. */
export function describeLostApply(lost: LostApply): RunFailure {
  const { run, findings } = lost;
  return {
    code: 'runner_lost',
    message: [
      `The runner vanished while Terraform was at work (${run.operation}). Nothing is applied again by itself.`,
      lost.reason && `${lost.reason}.`,
      deadOrNot(lost),
      lastProgress(run),
      stateLine(lost),
      lockLine(lost),
      erroredLine(lost),
      lost.folder && `The runner's own output is in ${lost.folder}.`,
      nextStep(lost),
    ]
      .filter(Boolean)
      .join(' '),
    lock: findings?.lock && { ...findings.lock },
  };
}

function deadOrNot({ proven, host }: LostApply): string {
  return proven
    ? 'Nothing of it is left running.'
    : `It ran on ${host}, which this portal can't see: make sure that nothing of it is left running there.`;
}

function lastProgress({ progress }: RunRecord): string | undefined {
  if (!progress) {
    return undefined;
  }
  const current = progress.current
    .map(({ action, address }) => `${action} ${address}`)
    .join(', ');
  return `It was last seen with ${progress.done} of ${progress.total} done${
    current && `, at: ${current}`
  }.`;
}

function stateLine({ resource, findings, unreadable }: LostApply): string {
  const where = `s3://${resource.stateBucket}/${resource.stateKey}`;
  if (!findings) {
    return `Its state, ${where}, could not be read (${unreadable}).`;
  }
  const { state } = findings;
  if (!state) {
    return `There is no state at ${where}: what was made so far is known only by its tag terrastage:resource-id=${resource.id}.`;
  }
  const things = state.managed.map(({ address }) => address).join(', ');
  return `Its state, ${where}, has serial ${state.serial} and holds ${
    things || 'nothing'
  }; what was made after that is known only by its tag.`;
}

function lockLine({ resource, findings }: LostApply): string | undefined {
  const lock = findings?.lock;
  return (
    lock &&
    `The state is still locked by ${lock.who} since ${lock.created} (${lock.operation}, id ${lock.id}): until s3://${resource.stateBucket}/${resource.stateKey}.tflock is removed, no other run gets it.`
  );
}

function erroredLine({ erroredStates }: LostApply): string | undefined {
  return erroredStates.length > 0
    ? `A state that could not be saved is in ${erroredStates.join(
        ', ',
      )}: keep it, and bring it back with 'terraform state push'.`
    : undefined;
}

function nextStep({ run, findings }: LostApply): string {
  if (run.operation === 'adopt') {
    return 'What stood in AWS before is not deleted: where it is in the state, a delete is refused until it is taken out (terraform state rm).';
  }
  return findings?.lock
    ? 'Remove the lock once you are sure that nobody holds it, then delete the resource; the delete also looks for what carries its tag.'
    : 'Look at the log, then delete the resource; the delete also looks for what carries its tag.';
}
