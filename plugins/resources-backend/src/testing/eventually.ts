import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 250;

/**
 * Tries until it no longer throws, less often the longer it takes: Terraform needs the processor more than who waits
 * for it. @throws what it threw last, when the time (seconds) is over.
 */
export async function eventually<T>(
  attempt: () => Promise<T>,
  seconds = 30,
): Promise<T> {
  const until = performance.now() + seconds * 1_000;
  for (let pause = FIRST_PAUSE_MS; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > until) {
        throw error;
      }
      await sleep(pause);
      pause = Math.min(pause * 1.25, LONGEST_PAUSE_MS);
    }
  }
}
