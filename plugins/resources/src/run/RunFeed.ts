import type { RunEventItem, RunEventOf, RunItem } from '../api/ResourcesApi';

export type LogLine = RunEventOf<'log'>;
export type Diagnostic = RunEventOf<'diagnostic'>;

/** What the events of a run say when they are read from the first on. */
export interface RunFeed {
  lines: LogLine[];
  diagnostics: Diagnostic[];
  steps: RunItem['steps'];
  progress?: RunItem['progress'];
  /** Grows whenever the run itself has to be read again: its plan or its status is another. */
  revision: number;
}

export const emptyRunFeed: RunFeed = {
  lines: [],
  diagnostics: [],
  steps: [],
  revision: 0,
};

/** The feed after more events. Pure; the argument is left as it is. */
export function readEvents(feed: RunFeed, events: RunEventItem[]): RunFeed {
  const next = {
    ...feed,
    lines: [...feed.lines],
    diagnostics: [...feed.diagnostics],
    steps: [...feed.steps],
  };
  events.forEach(event => readEvent(next, event));
  return next;
}

function readEvent(feed: RunFeed, event: RunEventItem): void {
  switch (event.type) {
    case 'log':
      feed.lines.push(event);
      break;
    case 'diagnostic':
      feed.diagnostics.push(event);
      break;
    case 'step':
      readStep(feed.steps, event);
      break;
    case 'progress':
      feed.progress = {
        done: event.done,
        total: event.total,
        current: event.current,
      };
      break;
    default:
      feed.revision += 1;
  }
}

function readStep(steps: RunItem['steps'], event: RunEventOf<'step'>): void {
  const { step, status, durationMs, time } = event;
  const open = steps.findLastIndex(
    entry => entry.step === step && entry.status === 'started',
  );
  if (status === 'started' || open < 0) {
    steps.push({ step, status, startedAt: time, durationMs });
  } else {
    steps[open] = { ...steps[open], status, durationMs };
  }
}
