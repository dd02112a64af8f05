import { setTimeout as sleep } from 'node:timers/promises';

export type LoopOptions = {
  /** @returns milliseconds to wait before the next turn, 0 for none */
  turn: (signal: AbortSignal) => Promise<number>;
  /** @returns milliseconds to wait after a failure */
  failed: (error: unknown) => number;
};

/** Work that goes on turn by turn until it is stopped; `wake` cuts a wait. */
export class Loop {
  readonly #options: LoopOptions;
  readonly #stop = new AbortController();
  #nap = new AbortController();
  #awake = false;
  #running?: Promise<void>;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** The next turn comes at once, also when one runs just now. */
  wake(): void {
    this.#awake = true;
    this.#nap.abort();
  }

  /** Ends the wait, lets a running turn come to its end. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#nap.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#awake = false;
      const wait = await this.#options
        .turn(this.#stop.signal)
        .catch(error =>
          this.#stop.signal.aborted ? 0 : this.#options.failed(error),
        );
      if (wait > 0) await this.#rest(wait);
    }
  }

  async #rest(ms: number): Promise<void> {
    this.#nap = new AbortController();
    if (this.#awake || this.#stop.signal.aborted) return;
    await sleep(ms, undefined, { signal: this.#nap.signal }).catch(
      () => undefined,
    );
  }
}
