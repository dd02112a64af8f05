/** Why a run was stopped from outside. */
export type StopReason = 'canceled' | 'timed_out' | 'fenced';

/** Thrown by whatever was under way when the run was stopped. */
export class StoppedError extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`The run was stopped: ${reason}`);
    this.name = 'StoppedError';
    this.reason = reason;
  }
}
