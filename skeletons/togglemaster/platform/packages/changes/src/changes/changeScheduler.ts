import { Loop } from '@togglemaster/kit';
import type { Changes } from './Changes.ts';

const LOOK_MS = 1_000;
const RETRY_MS = 2_000;

/** Does scheduled changes when their time comes. */
export function changeScheduler(
  changes: Changes,
  onError: (error: unknown) => void,
): Loop {
  return new Loop({
    turn: async () => ((await changes.applyDue()) ? 0 : LOOK_MS),
    failed: error => {
      onError(error);
      return RETRY_MS;
    },
  });
}
