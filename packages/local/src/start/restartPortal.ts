import { bootPortal } from './bootPortal';
import type { StartContext } from './StartContext';

/**
 * Starts the portal again, on the same database and configuration, after ending
 * what is left of the one before. Runners are not touched.
 */
export async function restartPortal(context: StartContext): Promise<void> {
  await context.portal?.stop();
  await bootPortal(context);
}
