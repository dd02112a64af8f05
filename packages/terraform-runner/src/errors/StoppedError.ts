/** Why a run was stopped from outside. */
export type StopReason = 'canceled' | 'timed_out' | 'fenced';

/** Thrown by whatever was under way when the run was stopped. */
export class StoppedError extends Error {
  readonly reason: StopReason;
  /** True when Terraform got the same signal as the runner, so that it must not get another one. */
  readonly wholeGroup: boolean;

  constructor(reason: StopReason, wholeGroup = false) {
    super(`The run was stopped: ${reason}`);
    this.name = 'StoppedError';
    this.reason = reason;
    this.wholeGroup = wholeGroup;
  }
}
