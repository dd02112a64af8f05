import type { Answer, Context, Evaluation } from '@togglemaster/rules';
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
  /** Called with what is lost, and of how many evaluations. */
  dropped: (kind: 'event' | 'counter', count: number) => void;
};

/** How often a list of answers was given. */
type Tally = { project: string; environment: string; count: number };

const MAX_COUNTERS = 50_000;
const COUNTERS_A_MESSAGE = 50;
const EVENTS_A_MESSAGE = 100;
/** Each keeps its answers in memory, also when their environment has others by now. */
const MAX_TALLIES = 16;

/**
 * Counts every evaluation and keeps a sample of them. It does no input or
 * output, so it costs a request next to nothing.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #events: RingBuffer<EvaluationEvent>;
  readonly #counters = new Counters(MAX_COUNTERS);
  /** What each of the answers is counted in, which are the same object each time. */
  #counted = new Map<Evaluation, Counter>();
  readonly #tallies = new Map<readonly Answer[], Tally>();
  /** Evaluations that pass before one is kept as an event. */
  #passing: number;
  #since: Date;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#events = new RingBuffer(options.maxEvents);
    this.#passing = this.#draw();
    this.#since = options.now();
  }

  get isEmpty(): boolean {
    const counted = this.#counters.size + this.#tallies.size;
    return counted === 0 && this.#events.size === 0;
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
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    this.#keep(project, environment, evaluation, context);
    this.#passing = this.#draw();
  }

  /** Each of them. What is the same list each time is counted as one. */
  recordAll(
    project: string,
    environment: string,
    answers: readonly Answer[],
    context: Context,
  ): void {
    if (answers.length === 0) return;
    const tally = this.#tallies.get(answers);
    if (tally) tally.count += 1;
    else {
      if (this.#tallies.size === MAX_TALLIES) this.#countTallies();
      this.#tallies.set(answers, { project, environment, count: 1 });
    }
    let next = this.#passing;
    while (next < answers.length) {
      this.#keep(project, environment, answers[next]!, context);
      next += 1 + this.#draw();
    }
    this.#passing = next - answers.length;
  }

  #keep(
    project: string,
    environment: string,
    evaluation: Evaluation,
    context: Context,
  ): void {
    const full = this.#events.push({
      id: this.#options.newId(),
      at: this.#options.now().toISOString(),
      project,
      environment,
      ...namesOf(evaluation),
      ...(evaluation.ok && evaluation.rule ? { rule: evaluation.rule.id } : {}),
      ...(typeof context.targetingKey === 'string'
        ? { targetingKey: context.targetingKey.slice(0, 256).toWellFormed() }
        : {}),
    });
    if (full) this.#options.dropped('event', 1);
  }

  /** Of the geometric distribution: one number for each event that is kept, not for each evaluation. */
  #draw(): number {
    const { sampleRate, random } = this.#options;
    if (sampleRate >= 1) return 0;
    if (sampleRate <= 0) return Infinity;
    return Math.floor(Math.log1p(-random()) / Math.log1p(-sampleRate));
  }

  #count(
    project: string,
    environment: string,
    evaluation: Evaluation,
    times = 1,
  ): void {
    const names = { project, environment, ...namesOf(evaluation) };
    const counter = this.#counters.add(names, times);
    if (!counter) this.#options.dropped('counter', times);
    else if (evaluation.ok && this.#counted.size < MAX_COUNTERS) {
      this.#counted.set(evaluation, counter);
    }
  }

  #countTallies(): void {
    for (const [answers, { project, environment, count }] of this.#tallies) {
      for (const one of answers) this.#count(project, environment, one, count);
    }
    this.#tallies.clear();
  }

  /** Everything recorded so far as messages; recording begins anew. */
  cut(): TelemetryMessage[] {
    const { now, newId, maxEvents } = this.#options;
    this.#countTallies();
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
