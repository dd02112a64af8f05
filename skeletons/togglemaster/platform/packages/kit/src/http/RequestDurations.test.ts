import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Histogram, Registry } from 'prom-client';
import { RequestDurations } from './RequestDurations.ts';

const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

describe('the durations of requests', () => {
  it('read as those of a histogram of prom-client do', async () => {
    const [ours, theirs] = [new Registry(), new Registry()];
    const durations = new RequestDurations(ours);
    const histogram = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers: [theirs],
    });
    const none = [await ours.metrics(), await theirs.metrics()];
    for (const [method, route, status, ms] of [
      ['GET', '/flags', 200, 0.5],
      ['GET', '/flags', 200, 1],
      ['GET', '/flags', 200, 30],
      ['GET', '/flags', 503, 5_000],
      ['POST', '/flags/"a"\\b', 201, 6_000],
    ] as const) {
      durations.observe(method, route, status, ms);
      histogram.labels(method, route, String(status)).observe(ms / 1000);
    }

    assert.equal(none[0], none[1]);
    assert.deepEqual(
      lines(await ours.metrics()),
      lines(await theirs.metrics()),
    );
  });
});

/** Labels in whatever order: for Prometheus they are the same. */
const lines = (text: string) =>
  text.split('\n').map(line => {
    const [, name, labels, value] = /^(\w+)\{(.*)\} (\S+)$/.exec(line) ?? [];
    return name === undefined
      ? line
      : { name, labels: labels!.split(',').toSorted(), value };
  });
