import { isPlain, type Context, type Evaluation } from '@togglemaster/rules';
import { Counters } from './Counters.ts';
import { RingBuffer } from './RingBuffer.ts';
import type {
  Counter,
  EvaluationEvent,
  TelemetryMessage,
} from './TelemetryMessage.ts';

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
  /** Of answers that no rule gave: those are the same object each time. */
  #counted = new Map<Evaluation, Counter>();
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
    const counter = this.#counted.get(evaluation);
    if (counter) counter.count += 1;
    else this.#count(project, environment, evaluation);
    if (this.#options.random() >= this.#options.sampleRate) return;
    const full = this.#events.push({
      id: this.#options.newId(),
      at: this.#options.now().toISOString(),
      project,
      environment,
      ...namesOf(evaluation),
      ...(evaluation.ok && evaluation.rule ? { rule: evaluation.rule.id } : {}),
      ...(typeof context.targetingKey === 'string'
        ? { targetingKey: context.targetingKey.slice(0, 256) }
        : {}),
    });
    if (full) this.#options.dropped('event');
  }

  #count(project: string, environment: string, evaluation: Evaluation): void {
    const counter = this.#counters.add({
      project,
      environment,
      ...namesOf(evaluation),
    });
    if (!counter) this.#options.dropped('counter');
    else if (isPlain(evaluation)) this.#counted.set(evaluation, counter);
  }

  /** Everything recorded so far as messages; recording begins anew. */
  cut(): TelemetryMessage[] {
    const { now, newId, maxEvents } = this.#options;
    const counters = this.#counters.take();
    this.#counted = new Map();
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

const namesOf = (evaluation: Evaluation) => ({
  flag: evaluation.key,
  variant: evaluation.ok ? evaluation.variant : '',
  reason: evaluation.ok ? evaluation.reason : evaluation.errorCode,
});

const slice = <T>(list: T[], page: number, size: number) =>
  list.slice(page * size, (page + 1) * size);
