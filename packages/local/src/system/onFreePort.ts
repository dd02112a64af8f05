import { freePort } from './freePort';

const TRIES = 5;

/**
 * Starts something on a port. A port that was free when it was chosen may have gone to somebody else by the time
 * it is used; then the start is made again on another one.
 *
 * @param port - chosen before; 0 is not allowed
 * @throws what `start` throws while nobody else has the port, or at the fifth time
 */
export async function onFreePort<T>(
  port: number,
  start: (port: number) => Promise<T>,
): Promise<T> {
  let current = port;
  for (let tries = 1; ; tries++) {
    try {
      return await start(current);
    } catch (error) {
      const free = await freePort(current);
      if (free === current || tries === TRIES) throw error;
      current = free;
    }
  }
}
