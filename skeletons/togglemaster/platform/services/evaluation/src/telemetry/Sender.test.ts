import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { batches, type BatchEntry } from './batches.ts';
import { Recorder } from './Recorder.ts';
import { Sender } from './Sender.ts';
import type { TelemetryMessage } from './TelemetryMessage.ts';

function setUp(sampleRate = 0) {
  let ids = 0;
  const recorder = new Recorder({
    now: () => new Date('2026-06-01T12:00:00Z'),
    newId: () => `id-${++ids}`,
    sampleRate,
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
    /** For good: the entries, or for one of them the whole batch. */
    refuseForGood: (_entry: BatchEntry) => false,
    wholeBatch: false,
  };
  const lost: unknown[] = [];
  const sender = new Sender({
    recorder,
    send: async entries => {
      const later = entries.filter(entry => queue.refuse(entry));
      const bad = entries.filter(entry => queue.refuseForGood(entry));
      const never = queue.wholeBatch && bad.length > 0 ? entries : bad;
      for (const entry of entries) {
        if (later.includes(entry) || never.includes(entry)) continue;
        queue.bodies.push(JSON.parse(entry.body));
      }
      return {
        later: later.map(({ id }) => id),
        never: new Map(never.map(({ id }) => [id, 'InvalidMessageContents'])),
      };
    },
    flushMs: 1000,
    random: () => 0.5,
    onError: () => undefined,
    sent: () => undefined,
    dropped: (kind, count) => lost.push([kind, count]),
    refused: reason => lost.push(reason),
  });
  const counted = () => queue.bodies.flatMap(({ counters }) => counters).length;
  return { record, queue, sender, counted, lost };
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

  for (const wholeBatch of [false, true]) {
    const what = wholeBatch ? 'a batch' : 'an entry';
    it(`drops no more than the bad one when ${what} is refused for good, and goes on`, async () => {
      const { record, queue, sender, counted, lost } = setUp();
      Object.assign(queue, { wholeBatch });
      queue.refuseForGood = ({ body }) => body.includes('"f60"');
      record(120);
      record(120);
      await sender.flush();

      assert.equal(counted(), 70);
      assert.deepEqual(lost, [['counter', 100], 'InvalidMessageContents']);

      record(2);
      await sender.flush();

      assert.equal(counted(), 72);
    });
  }

  it('drops a message that is refused alone, with its events', async () => {
    const { record, queue, sender, counted, lost } = setUp(1);
    queue.refuseForGood = () => true;
    record(3);
    await sender.flush();
    queue.refuseForGood = () => false;
    record(2);
    await sender.flush();

    assert.deepEqual(lost, [
      ['counter', 3],
      ['event', 3],
      'InvalidMessageContents',
    ]);
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
  it('hold no character that SQS refuses', () => {
    const key = 'a\ufffeb\uffffc\u0000d\ud800e';
    const message = { id: '1', targetingKey: key };

    const [[entry]] = batches([message as never]) as [[BatchEntry]];

    assert.match(entry.body, /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}]*$/u);
    assert.equal(
      JSON.parse(entry.body).targetingKey,
      'a\ufffdb\ufffdc\u0000d\ud800e',
    );
  });

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
