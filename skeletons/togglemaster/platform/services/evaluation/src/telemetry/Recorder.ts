import type { Context, Evaluation } from '@togglemaster/rules';
import { Counters } from './Counters.ts';
import { RingBuffer } from './RingBuffer.ts';
import type { EvaluationEvent, TelemetryMessage } from './TelemetryMessage.ts';

export type RecorderOptions = {
  now: () => Date;
  newId: () => string;
  /** 0 to 1. */
  sampleRate: number;
  random: () => number;
  /** Single events kept at most. */
  maxEvents: number;
  /** Called with what is lost. */
  dropped: (kind: 'event' | 'counter') => void;
};

const MAX_COUNTERS = 50_000;
const COUNTERS_A_MESSAGE = 50;
const EVENTS_A_MESSAGE = 100;

/**
 * Counts every evaluation and keeps a sample of them. It does no input or
 * output, so it costs a request next to nothing.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #events: RingBuffer<EvaluationEvent>;
  readonly #counters = new Counters(MAX_COUNTERS);
  #since: Date;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#events = new RingBuffer(options.maxEvents);
    this.#since = options.now();
  }

  get isEmpty(): boolean {
    return this.#counters.size === 0 && this.#events.size === 0;
  }

  record(
    project: string,
    environment: string,
    evaluation: Evaluation,
    context: Context,
  ): void {
    const { key: flag } = evaluation;
    const variant = evaluation.ok ? evaluation.variant : '';
    const reason = evaluation.ok ? evaluation.reason : evaluation.errorCode;
    if (!this.#counters.add({ project, environment, flag, variant, reason })) {
      this.#options.dropped('counter');
    }
    if (this.#options.random() >= this.#options.sampleRate) return;
    const full = this.#events.push({
      id: this.#options.newId(),
      at: this.#options.now().toISOString(),
      project,
      environment,
      flag,
      variant,
      reason,
      ...(evaluation.ok && evaluation.rule ? { rule: evaluation.rule.id } : {}),
      ...(typeof context.targetingKey === 'string'
        ? { targetingKey: context.targetingKey.slice(0, 256) }
        : {}),
    });
    if (full) this.#options.dropped('event');
  }

  /** Everything recorded so far as messages; recording begins anew. */
  cut(): TelemetryMessage[] {
    const { now, newId, maxEvents } = this.#options;
    const counters = this.#counters.take();
    const events = this.#events.take(maxEvents);
    const from = this.#since.toISOString();
    this.#since = now();
    const count = Math.max(
      Math.ceil(counters.length / COUNTERS_A_MESSAGE),
      Math.ceil(events.length / EVENTS_A_MESSAGE),
    );
    return Array.from({ length: count }, (_, i) => ({
      id: newId(),
      from,
      to: this.#since.toISOString(),
      counters: slice(counters, i, COUNTERS_A_MESSAGE),
      events: slice(events, i, EVENTS_A_MESSAGE),
    }));
  }
}

const slice = <T>(list: T[], page: number, size: number) =>
  list.slice(page * size, (page + 1) * size);
