import type { Answer, Evaluation } from '@togglemaster/rules';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Recorder } from './Recorder.ts';

const answer = (key: string, variant = 'on'): Answer => ({
  ok: true,
  key,
  value: true,
  variant,
  reason: 'STATIC',
});

function setUp(sampleRate = 0, random = () => 0.5) {
  const dropped: [string, number][] = [];
  let ids = 0;
  const recorder = new Recorder({
    now: () => new Date('2026-06-01T12:00:00Z'),
    newId: () => `id-${++ids}`,
    sampleRate,
    random,
    maxEvents: 10_000,
    dropped: (kind, count) => dropped.push([kind, count]),
  });
  const record = (evaluation: Evaluation) =>
    recorder.record('demo', 'dev', evaluation, { targetingKey: 'ana' });
  const recordAll = (answers: readonly Answer[]) =>
    recorder.recordAll('demo', 'dev', answers, { targetingKey: 'ana' });
  return { recorder, record, recordAll, dropped };
}

/** The same numbers in each run, between 0 and 1. */
function sequence() {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('recording', () => {
  it('keeps no half of a character of a long targeting key', () => {
    const { recorder } = setUp(1);
    const context = { targetingKey: `${'x'.repeat(255)}\u{1f600}` };
    recorder.record('demo', 'dev', answer('a'), context);

    const [message] = recorder.cut();

    assert.equal(message?.events[0]?.targetingKey, `${'x'.repeat(255)}\ufffd`);
  });

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

    assert.deepEqual(dropped, Array(3).fill(['event', 1]));
  });

  it('counts a list as each of its answers', () => {
    const { recorder, record, recordAll } = setUp();
    const [a, b] = [answer('a'), answer('b', 'off')];
    const list = [a, b];
    for (const times of [3, 2]) {
      for (let n = 0; n < times; n++) recordAll(list);
      record(a);
      recordAll([]);

      assert.equal(recorder.isEmpty, false);
      assert.deepEqual(
        recorder
          .cut()[0]!
          .counters.map(one => [
            one.project,
            one.environment,
            one.flag,
            one.variant,
            one.reason,
            one.count,
          ]),
        [
          ['demo', 'dev', 'a', 'on', 'STATIC', times + 1],
          ['demo', 'dev', 'b', 'off', 'STATIC', times],
        ],
      );
      assert.equal(recorder.isEmpty, true);
    }
  });

  it('counts every list, however often an environment changes', () => {
    const { recorder, recordAll } = setUp();
    for (let n = 0; n < 100; n++) recordAll([answer('a'), answer(`b-${n}`)]);

    const counts = recorder
      .cut()
      .flatMap(({ counters }) => counters)
      .map(({ flag, count }) => [flag, count] as const);

    assert.equal(counts.length, 101);
    assert.equal(new Map(counts).get('a'), 100);
    assert.equal(new Map(counts).get('b-0'), 1);
  });

  it('tells of how many evaluations it can not count for want of room', () => {
    const { recorder, recordAll, dropped } = setUp();
    const list = Array.from({ length: 50_002 }, (_, n) => answer(`f-${n}`));
    for (let n = 0; n < 3; n++) recordAll(list);

    recorder.cut();

    assert.deepEqual(dropped, Array(2).fill(['counter', 3]));
  });

  it('keeps the same share of lists as of single answers', () => {
    const { recorder, record, recordAll } = setUp(0.1, sequence());
    const list = Array.from({ length: 10 }, (_, n) => answer(`f-${n}`));
    for (let n = 0; n < 5_000; n++) {
      recordAll(list);
      record(answer('single'));
    }

    const events = recorder.cut().flatMap(({ events }) => events);

    // A binomial distribution of 5,000 with 0.1: 500, and 21 either way.
    const byFlag = Map.groupBy(events, ({ flag }) => flag);
    assert.equal(byFlag.size, 11);
    for (const [flag, kept] of byFlag) {
      assert.ok(Math.abs(kept.length - 500) < 85, `${flag}: ${kept.length}`);
    }
  });
});
