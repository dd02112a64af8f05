import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { responseError } from '../testing/responseError';
import { type Connection, followRun } from './followRun';

const line = (message: string) =>
  ({ type: 'log', source: 'runner', level: 'info', message } as const);

function setup() {
  const api = new FakeResourcesApi();
  const stop = new AbortController();
  const seen: number[] = [];
  const connections: Connection[] = [];
  const waits: number[] = [];
  const begin = (onWait: (count: number) => void = () => {}) =>
    followRun({
      api,
      runId: 'run-1',
      signal: stop.signal,
      onEvent: event => seen.push(event.seq),
      onConnection: connection => connections.push(connection),
      sleep: async ms => {
        waits.push(ms);
        onWait(waits.length);
      },
    });
  return { api, stop, seen, connections, waits, begin };
}

describe('following a run', () => {
  it('hands on every event until the end', async () => {
    const { api, seen, connections, begin } = setup();
    api.events.push('run-1', line('a'), line('b'));
    api.events.end('run-1');

    await begin();

    expect(seen).toEqual([1, 2]);
    expect(connections).toEqual(['connecting', 'live', 'ended']);
  });

  it('goes on behind the last event after the connection broke', async () => {
    const { api, seen, connections, begin } = setup();
    api.events.push('run-1', line('a'), line('b'));
    const followed = begin(() => {
      api.events.push('run-1', line('c'));
      api.events.end('run-1');
    });
    await new Promise(resolve => setTimeout(resolve));

    api.events.cut('run-1');
    await followed;

    expect(seen).toEqual([1, 2, 3]);
    expect(api.callsOf('followRunEvents')).toEqual([
      ['run-1', 0],
      ['run-1', 2],
    ]);
    expect(connections).toEqual([
      'connecting',
      'live',
      'reconnecting',
      'live',
      'ended',
    ]);
  });

  it('is live again as soon as the portal answers, also while nothing happens', async () => {
    const { api, stop, connections, begin } = setup();
    api.events.push('run-1', line('a'));
    const followed = begin();
    await new Promise(resolve => setTimeout(resolve));

    api.events.cut('run-1');
    await new Promise(resolve => setTimeout(resolve));
    stop.abort();
    await followed;

    expect(connections).toEqual(['connecting', 'live', 'reconnecting', 'live']);
  });

  it('waits longer after each failure in a row, up to 15 seconds', async () => {
    const { api, waits, begin } = setup();
    api.events.end('run-1');
    api.break('followRunEvents', new TypeError('Failed to fetch'));

    await begin(count => count === 7 && api.mend('followRunEvents'));

    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('ends when the portal knows no such run', async () => {
    const { api, connections, waits, begin } = setup();
    api.break('followRunEvents', responseError(404, 'no such run'));

    await begin();

    expect(waits).toEqual([]);
    expect(connections).toEqual(['connecting', 'ended']);
  });

  it('stops without a word when the page is left', async () => {
    const { api, stop, connections, waits, begin } = setup();
    api.events.push('run-1', line('a'));
    const followed = begin();
    await new Promise(resolve => setTimeout(resolve));

    stop.abort();
    await followed;

    expect(waits).toEqual([]);
    expect(connections).toEqual(['connecting', 'live']);
  });
});
