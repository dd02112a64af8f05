import type { Evaluation } from '@togglemaster/rules';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Recorder } from './Recorder.ts';

const answer = (key: string, variant = 'on'): Evaluation => ({
  ok: true,
  key,
  value: true,
  variant,
  reason: 'STATIC',
});

function setUp(sampleRate = 0) {
  const dropped: string[] = [];
  let ids = 0;
  const recorder = new Recorder({
    now: () => new Date('2026-06-01T12:00:00Z'),
    newId: () => `id-${++ids}`,
    sampleRate,
    random: () => 0.5,
    maxEvents: 10_000,
    dropped: kind => dropped.push(kind),
  });
  const record = (evaluation: Evaluation) =>
    recorder.record('demo', 'dev', evaluation, { targetingKey: 'ana' });
  return { recorder, record, dropped };
}

describe('recording', () => {
  it('counts by flag, variant and reason', () => {
    const { recorder, record } = setUp();
    record(answer('a'));
    record(answer('a'));
    record(answer('a', 'off'));

    const [message] = recorder.cut();

    assert.deepEqual(
      message?.counters.map(({ variant, count }) => [variant, count]),
      [
        ['on', 2],
        ['off', 1],
      ],
    );
    assert.deepEqual(message?.events, []);
    assert.equal(recorder.isEmpty, true);
  });

  it('counts the same answer anew after a cut', () => {
    const { recorder, record } = setUp();
    const same = answer('a');
    for (const times of [3, 2]) {
      for (let n = 0; n < times; n++) record(same);

      assert.deepEqual(
        recorder.cut()[0]!.counters.map(({ count }) => count),
        [times],
      );
    }
  });

  it('counts failures by their code, without a variant', () => {
    const { recorder, record } = setUp();
    record({ ok: false, key: 'a', errorCode: 'GENERAL', errorDetails: '' });

    const [counter] = recorder.cut()[0]!.counters;

    assert.deepEqual([counter?.variant, counter?.reason], ['', 'GENERAL']);
  });

  it('keeps a sample as events', () => {
    const { recorder, record } = setUp(1);
    record(answer('a'));

    const [event] = recorder.cut()[0]!.events;

    assert.equal(event?.targetingKey, 'ana');
  });

  it('cuts many counters into several messages', () => {
    const { recorder, record } = setUp();
    for (let n = 0; n < 120; n++) record(answer(`flag-${n}`));

    const sizes = recorder.cut().map(({ counters }) => counters.length);

    assert.deepEqual(sizes, [50, 50, 20]);
  });

  it('tells of events that are lost for want of room', () => {
    const { record, dropped } = setUp(1);
    for (let n = 0; n < 10_003; n++) record(answer('a'));

    assert.deepEqual(dropped, ['event', 'event', 'event']);
  });
});
