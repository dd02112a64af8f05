/**
 * Ends what stays silent too long. A connection whose other end has gone without a word, after a sleep of the
 * laptop or behind a proxy that forgot it, would else be waited on for ever.
 */
export class SilenceWatch {
  private readonly controller = new AbortController();

  /** @param longest - milliseconds */
  constructor(private readonly longest: number) {}

  /** Aborts after a silence. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Waits for the next sign of life. What the caller does in between does not count. */
  async during<T>(waiting: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      const seconds = this.longest / 1_000;
      this.controller.abort(
        new Error(`No sign of life from the portal for ${seconds} s`),
      );
    }, this.longest);
    try {
      return await waiting;
    } finally {
      clearTimeout(timer);
    }
  }
}
