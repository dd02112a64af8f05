import { setTimeout as sleep } from 'node:timers/promises';
import { toClusterError } from './toClusterError';
import { ClusterError } from './ClusterError';

/** Milliseconds. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;
const ONE_REQUEST = 30_000;

export interface RetrierOptions {
  /** Milliseconds for which something is tried again. */
  patience: number;
  now: () => Date;
  /** 0 to 1. */
  random: () => number;
  signal: AbortSignal;
}

/** Pauses double and are spread, so that many portals don't come back at the same moment. */
export function pauseOf(tries: number, random: () => number): number {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 10));
  return pause * (0.5 + random() / 2);
}

/** Asks the API again after 429, 5xx or no answer, later each time, or when the answer says so. */
export class Retrier {
  constructor(private readonly options: RetrierOptions) {}

  /** @throws ClusterError */
  async call<T>(what: string, request: () => Promise<T>): Promise<T> {
    const { patience, now, random, signal } = this.options;
    const until = now().getTime() + patience;
    for (let tries = 0; ; tries++) {
      try {
        return await withDeadline(request());
      } catch (thrown) {
        const error = toClusterError(thrown, what);
        const pause = error.retryAfter ?? pauseOf(tries, random);
        if (
          !error.passes ||
          signal.aborted ||
          now().getTime() + pause > until
        ) {
          throw error;
        }
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

async function withDeadline<T>(request: Promise<T>): Promise<T> {
  const controller = new AbortController();
  try {
    return await Promise.race([
      request,
      sleep(ONE_REQUEST, undefined, { signal: controller.signal }).then(() => {
        throw new ClusterError(
          `Kubernetes did not answer within ${ONE_REQUEST / 1_000} s`,
          undefined,
        );
      }),
    ]);
  } finally {
    controller.abort();
  }
}
