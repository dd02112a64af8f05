import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it no longer throws. @throws what it threw last, after 20 s. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const until = performance.now() + 20_000;
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
