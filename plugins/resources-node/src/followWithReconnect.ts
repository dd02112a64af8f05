import { setTimeout as sleep } from 'node:timers/promises';
import { ResponseError } from '@backstage/errors';

export interface Reconnect {
  /** The `seq` of the last event that is known already. */
  after: number;
  signal?: AbortSignal;
  /** Milliseconds before the first new try; doubled for each further one, up to `maxDelay`. Default: 250. */
  delay: number;
  /** Milliseconds. Default: 5,000. */
  maxDelay: number;
  /** How often in a row it may fail without one new event. Default: 27, which is two minutes. */
  attempts: number;
}

/**
 * Follows a stream of numbered events over broken connections, each event once.
 *
 * @throws what the stream threw last, when it failed `attempts` times in a row, when it was refused (a status
 * below 500: trying again would not help), or when the signal aborts.
 */
export async function* followWithReconnect<E extends { seq: number }>(
  connect: (after: number) => AsyncIterable<E>,
  options: Partial<Reconnect> = {},
): AsyncGenerator<E, void, void> {
  const { signal, delay = 250, maxDelay = 5_000, attempts = 27 } = options;
  let after = options.after ?? 0;
  let failures = 0;
  for (;;) {
    try {
      for await (const event of connect(after)) {
        if (event.seq > after) {
          after = event.seq;
          failures = 0;
          yield event;
        }
      }
      return;
    } catch (error) {
      failures += 1;
      if (signal?.aborted || isRefused(error) || failures >= attempts) {
        throw error;
      }
      await sleep(Math.min(delay * 2 ** (failures - 1), maxDelay), undefined, {
        signal,
      });
    }
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode < 500;
}
