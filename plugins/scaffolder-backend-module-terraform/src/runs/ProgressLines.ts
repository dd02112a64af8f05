import type { RunProgress } from '@terrastage/plugin-resources-common';

/** Milliseconds between two lines about the same thing. */
const STILL_EVERY = 30_000;

const DOING: Record<string, string> = {
  create: 'creating',
  update: 'updating',
  replace: 'replacing',
  delete: 'deleting',
  import: 'importing',
  read: 'reading',
};

/**
 * Progress in lines for a log: one for each step forward, and one every 30 seconds for what takes long. Time is
 * that of the events, so that a run that is followed later reads the same.
 */
export class ProgressLines {
  private done = -1;
  private said = 0;

  line(progress: RunProgress & { time: string }): string | undefined {
    const now = Date.parse(progress.time);
    const moved = progress.done !== this.done;
    if (!moved && now - this.said < STILL_EVERY) {
      return undefined;
    }
    this.done = progress.done;
    this.said = now;
    const current = progress.current.map(({ address, action, since }) => {
      const seconds = Math.round((now - Date.parse(since)) / 1000);
      const doing = `${DOING[action] ?? action} ${address}`;
      return moved ? doing : `still ${doing} (${seconds} s)`;
    });
    return [`${progress.done} of ${progress.total} done`, ...current].join(
      ', ',
    );
  }
}
