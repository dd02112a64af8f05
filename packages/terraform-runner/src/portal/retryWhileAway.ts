import { setTimeout as sleep } from 'node:timers/promises';
import { PortalError } from './PortalError';

/** Milliseconds between tries; the last one repeats. */
const DELAYS = [100, 200, 400, 800, 1_600, 3_200, 5_000, 10_000];

/**
 * Calls the portal again and again while it is away. Any other answer, and an abort, ends it with that error.
 *
 * @param signal - ends the waiting; its reason is thrown
 */
export async function retryWhileAway<T>(
  call: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof PortalError) || error.kind !== 'away') {
        throw error;
      }
    }
    await pause(DELAYS[Math.min(tries, DELAYS.length - 1)], signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    // Half of the delay is random, so that many runners do not come back to a restarted portal at once.
    await sleep(ms / 2 + (Math.random() * ms) / 2, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
