import { toError } from '@backstage/errors';
import type { RunFailure } from '@terrastage/plugin-resources-common';

/** No runner was ever there. */
export function launchFailed(error: unknown): RunFailure {
  return {
    code: 'launch_failed',
    message: `The runner could not be started: ${
      toError(error).message
    }. Nothing was changed; try again when that is mended`,
  };
}

/** The runner vanished before Terraform was started to apply. */
export function lostInPlanning(reason?: string): RunFailure {
  return {
    code: 'runner_lost',
    message: reason
      ? `The runner was lost before it changed anything. ${reason}. Then try again`
      : 'The runner vanished while it planned. Nothing was changed; try again',
  };
}

/** Likewise, in a run that leaves AWS as it is. */
export function lostBesideAws(operation: string): RunFailure {
  return {
    code: 'runner_lost',
    message: `The runner vanished during the ${operation}. AWS is as it was; the state has either been written or not. Look at its versions and its lock, then try again`,
  };
}

/** A destroy came to its end, but something still carries the resource's tag. */
export function orphansLeft(arns: readonly string[]): RunFailure {
  return {
    code: 'orphans',
    message: `Terraform destroyed what was in its state, but this still carries the resource's tag: ${arns.join(
      ', ',
    )}. It was left by a run whose runner was lost. Delete it in AWS, then delete the resource again`,
  };
}

/** Terraform ended with a state that it could not write to its bucket. */
export function stateNotSaved(where: string): RunFailure {
  return {
    code: 'state_not_saved',
    message: `Terraform could not save its state; it lies in ${where}. Bring it back with 'terraform state push' before anything else is done with this resource`,
  };
}
