import type { RunEventItem } from '../api/ResourcesApi';
import { emptyRunFeed, readEvents } from './RunFeed';

const at = (seq: number) => ({
  seq,
  time: `2026-03-04T12:00:0${seq}.000Z`,
});

describe('the feed of a run', () => {
  it('gathers lines and diagnostics in their order', () => {
    const events: RunEventItem[] = [
      { ...at(1), type: 'log', source: 'runner', level: 'info', message: 'a' },
      {
        ...at(2),
        type: 'diagnostic',
        severity: 'error',
        summary: 'no',
        detail: '',
      },
      { ...at(3), type: 'log', source: 'runner', level: 'info', message: 'b' },
    ];

    const feed = readEvents(emptyRunFeed, events);

    expect(feed.lines.map(({ message }) => message)).toEqual(['a', 'b']);
    expect(feed.diagnostics.map(({ summary }) => summary)).toEqual(['no']);
  });

  it('closes the step that a later event ends', () => {
    const feed = readEvents(emptyRunFeed, [
      { ...at(1), type: 'step', step: 'init', status: 'started' },
      { ...at(2), type: 'step', step: 'plan', status: 'started' },
      {
        ...at(3),
        type: 'step',
        step: 'init',
        status: 'finished',
        durationMs: 900,
      },
    ]);

    expect(feed.steps).toEqual([
      {
        step: 'init',
        status: 'finished',
        startedAt: at(1).time,
        durationMs: 900,
      },
      { step: 'plan', status: 'started', startedAt: at(2).time },
    ]);
  });

  it('begins a step anew in a second attempt', () => {
    const feed = readEvents(emptyRunFeed, [
      { ...at(1), type: 'step', step: 'init', status: 'started' },
      { ...at(2), type: 'step', step: 'init', status: 'failed' },
      { ...at(3), type: 'step', step: 'init', status: 'started' },
    ]);

    expect(feed.steps.map(({ status }) => status)).toEqual([
      'failed',
      'started',
    ]);
  });

  it('asks for the run to be read again when its status or its plan is another', () => {
    const feed = readEvents(emptyRunFeed, [
      { ...at(1), type: 'status', status: 'planning' },
      { ...at(2), type: 'progress', done: 0, total: 1, current: [] },
      { ...at(3), type: 'plan_detail' },
    ]);

    expect(feed.revision).toBe(2);
  });

  it('leaves the feed that it was given as it is', () => {
    readEvents(emptyRunFeed, [{ ...at(1), type: 'status', status: 'failed' }]);

    expect(emptyRunFeed.revision).toBe(0);
  });
});
