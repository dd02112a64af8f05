import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until it works, at most for a minute; then it fails with the last error. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 1_200) {
        throw error;
      }
      await sleep(50);
    }
  }
}
