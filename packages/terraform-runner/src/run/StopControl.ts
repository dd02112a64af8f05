import { StopReason, StoppedError } from '../errors/StoppedError';

/** Stops a run once, for the first reason given. */
export class StopControl {
  readonly #controller = new AbortController();

  /** Aborted with a {@link StoppedError}. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): StopReason | undefined {
    return this.signal.aborted ? this.signal.reason.reason : undefined;
  }

  request(reason: StopReason): void {
    this.#controller.abort(new StoppedError(reason));
  }
}
