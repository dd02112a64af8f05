import { setTimeout as sleep } from 'node:timers/promises';

export interface UntilDoneOptions {
  signal: AbortSignal;
  /** Told of each failure and of the wait that follows, in milliseconds. */
  onFailure: (error: unknown, delay: number) => void;
  /** Milliseconds before the second try; doubled for each further one. Default: 1,000. */
  delay?: number;
  /** Milliseconds. Default: 30,000. */
  maxDelay?: number;
}

/** Tries again until it works once, or until the signal aborts. Never throws. */
export async function untilDone(
  task: () => Promise<void>,
  options: UntilDoneOptions,
): Promise<void> {
  const { signal, onFailure, maxDelay = 30_000 } = options;
  let { delay = 1_000 } = options;
  while (!signal.aborted) {
    try {
      await task();
      return;
    } catch (error) {
      onFailure(error, delay);
      await sleep(delay, undefined, { signal, ref: false }).catch(() => {});
      delay = Math.min(delay * 2, maxDelay);
    }
  }
}
