import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it no longer throws. @throws what it threw last, when the time (seconds) is over. */
export async function eventually<T>(
  attempt: () => Promise<T>,
  seconds = 30,
): Promise<T> {
  const until = performance.now() + seconds * 1_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) {
        throw error;
      }
      await sleep(25);
    }
  }
}
