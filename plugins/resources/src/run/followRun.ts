import type { ResourcesApi, RunEventItem } from '../api/ResourcesApi';
import { errorStatus } from '../format/errorStatus';

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'ended';

interface FollowOptions {
  api: Pick<ResourcesApi, 'followRunEvents'>;
  runId: string;
  signal: AbortSignal;
  onEvent: (event: RunEventItem) => void;
  onConnection: (connection: Connection) => void;
  /** Waits so many milliseconds, or until the signal. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/**
 * Follows the events of a run to their end. A connection that broke or went silent is taken up again behind the
 * last event that was seen, after a wait that doubles with every failure in a row. An answer such as 404 ends it.
 */
export async function followRun(options: FollowOptions): Promise<void> {
  const { api, runId, signal, onEvent, onConnection, sleep } = options;
  let last = 0;
  let failures = 0;
  onConnection('connecting');
  while (!signal.aborted) {
    try {
      const events = api.followRunEvents(runId, last, {
        signal,
        onOpen: () => onConnection('live'),
      });
      for await (const event of events) {
        failures = 0;
        if (event.seq > last) {
          last = event.seq;
          onEvent(event);
        }
      }
      onConnection('ended');
      return;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const status = errorStatus(error);
      if (status && status < 500) {
        onConnection('ended');
        return;
      }
      failures += 1;
      onConnection('reconnecting');
      await sleep(Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT), signal);
    }
  }
}
