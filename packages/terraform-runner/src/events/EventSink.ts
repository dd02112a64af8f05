import { RunnerEvent, RunnerEventBody } from '../protocol';
import { Redactor } from '../redaction/Redactor';
import { Spool } from './Spool';

/** The one place where events are made: numbers, dates and redacts them, then spools them. */
export class EventSink {
  readonly #spool: Spool;
  readonly #redactor: Redactor;
  readonly #now: () => Date;

  constructor(options: { spool: Spool; redactor: Redactor; now: () => Date }) {
    this.#spool = options.spool;
    this.#redactor = options.redactor;
    this.#now = options.now;
  }

  emit(body: RunnerEventBody): void {
    this.#spool.append({
      ...this.#redactor.value(body),
      seq: this.#spool.lastSeq + 1,
      time: this.#now().toISOString(),
    } as RunnerEvent);
  }

  /** One log event a line. */
  log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void {
    for (const message of text.split('\n')) {
      this.emit({ type: 'log', source: 'runner', level, message });
    }
  }
}
