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

  /** @param wholeGroup - whether the reason is a signal that Terraform got as well */
  request(reason: StopReason, wholeGroup = false): void {
    this.#controller.abort(new StoppedError(reason, wholeGroup));
  }
}
