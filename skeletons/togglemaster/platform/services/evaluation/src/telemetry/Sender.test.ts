import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { batches, type BatchEntry } from './batches.ts';
import { Recorder } from './Recorder.ts';
import { Sender } from './Sender.ts';
import type { TelemetryMessage } from './TelemetryMessage.ts';

function setUp() {
  let ids = 0;
  const recorder = new Recorder({
    now: () => new Date('2026-06-01T12:00:00Z'),
    newId: () => `id-${++ids}`,
    sampleRate: 0,
    random: () => 0.5,
    maxEvents: 100,
    dropped: () => undefined,
  });
  const record = (count: number) => {
    for (let n = 0; n < count; n++) {
      recorder.record(
        'demo',
        'dev',
        { ok: true, key: `f${n}`, value: 1, variant: 'a', reason: 'STATIC' },
        {},
      );
    }
  };
  const queue = {
    bodies: [] as TelemetryMessage[],
    refuse: (_entry: BatchEntry) => false,
  };
  const sender = new Sender({
    recorder,
    send: async entries => {
      const refused = entries.filter(entry => queue.refuse(entry));
      for (const entry of entries) {
        if (!refused.includes(entry)) queue.bodies.push(JSON.parse(entry.body));
      }
      return refused.map(({ id }) => id);
    },
    flushMs: 1000,
    random: () => 0.5,
    onError: () => undefined,
    sent: () => undefined,
  });
  const counted = () => queue.bodies.flatMap(({ counters }) => counters).length;
  return { record, queue, sender, counted };
}

describe('sending telemetry', () => {
  it('sends again only the entries of a batch that were refused', async () => {
    const { record, queue, sender, counted } = setUp();
    record(120);
    let refusals = 1;
    queue.refuse = () => refusals-- > 0;
    await assert.rejects(sender.flush());
    assert.equal(counted(), 70);

    await sender.flush();

    assert.equal(counted(), 120);
    const ids = queue.bodies.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('keeps everything while the queue is away, and cuts nothing new', async () => {
    const { record, queue, sender, counted } = setUp();
    record(1);
    queue.refuse = () => true;
    await assert.rejects(sender.flush());
    record(1);
    await assert.rejects(sender.flush());

    queue.refuse = () => false;
    await sender.flush();
    await sender.flush();

    assert.equal(counted(), 2);
  });

  it('sends what is left when it is stopped', async () => {
    const { record, sender, counted } = setUp();
    record(3);

    await sender.stop(1000);

    assert.equal(counted(), 3);
  });
});

describe('batches', () => {
  const message = (id: number, bytes: number) =>
    ({ id: String(id), pad: 'x'.repeat(bytes) }) as unknown as TelemetryMessage;

  it('hold ten entries at most', () => {
    const all = batches(Array.from({ length: 23 }, (_, i) => message(i, 1)));

    assert.deepEqual(
      all.map(batch => batch.length),
      [10, 10, 3],
    );
  });

  it('hold 256 KiB at most', () => {
    const all = batches(
      Array.from({ length: 5 }, (_, i) => message(i, 100 * 1024)),
    );

    assert.deepEqual(
      all.map(batch => batch.length),
      [2, 2, 1],
    );
  });
});
