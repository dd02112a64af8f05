import { ProgressTracker } from './ProgressTracker';

const now = () => new Date('2026-01-01T00:00:00.000Z');
const since = '2026-01-01T00:00:00.000Z';

function aTracker(actions: Record<string, string>): ProgressTracker {
  const tracker = new ProgressTracker(now);
  for (const [addr, action] of Object.entries(actions)) {
    const resource = { addr, resource_type: 't', resource_name: 'n' };
    tracker.planned({ resource, action });
  }
  return tracker;
}

describe('ProgressTracker', () => {
  it('follows each resource from its start to its end', () => {
    const tracker = aTracker({ a: 'create', b: 'update', c: 'noop' });

    tracker.started('a');
    tracker.started('b');
    tracker.completed('a');

    expect(tracker.progress()).toEqual({
      done: 1,
      total: 2,
      current: [{ address: 'b', action: 'update', since }],
    });
  });

  it('takes a replacement for done when both halves are', () => {
    const tracker = aTracker({ a: 'replace' });

    tracker.started('a');
    tracker.completed('a');
    const half = tracker.progress();
    tracker.started('a');
    tracker.completed('a');

    expect(half).toEqual({ done: 0, total: 1, current: [] });
    expect(tracker.progress().done).toBe(1);
  });

  it('does not take what failed for done', () => {
    const tracker = aTracker({ a: 'create' });

    tracker.started('a');
    tracker.errored('a');

    expect(tracker.progress()).toEqual({ done: 0, total: 1, current: [] });
  });

  it('has nothing to tell about what was not planned', () => {
    const tracker = aTracker({ data: 'read' });

    expect([
      tracker.started('data'),
      tracker.completed('data'),
      tracker.errored('data'),
    ]).toEqual([false, false, false]);
  });
});
