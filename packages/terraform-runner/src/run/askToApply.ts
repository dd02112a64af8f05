import { StoppedError } from '../errors/StoppedError';
import { PortalError } from '../portal/PortalError';
import { retryWhileAway } from '../portal/retryWhileAway';
import type { RunContext } from './RunContext';

/**
 * Asks the portal right before something is changed.
 *
 * @throws {@link StoppedError} when the run is to be canceled, or has gone to another attempt; then the result is
 *   refused too
 */
export async function askToApply({
  portal,
  stop,
}: Pick<RunContext, 'portal' | 'stop'>): Promise<void> {
  try {
    await retryWhileAway(() => portal.applying(), stop.signal);
  } catch (error) {
    const isRefused = error instanceof PortalError && error.kind === 'fenced';
    throw isRefused ? new StoppedError('canceled') : error;
  }
  stop.signal.throwIfAborted();
}
