import { Loop } from '@togglemaster/kit';
import { setTimeout as sleep } from 'node:timers/promises';
import { batches, type BatchEntry } from './batches.ts';
import type { Recorder, RecorderOptions } from './Recorder.ts';
import type { SendResult } from './SendResult.ts';
import type { TelemetryMessage } from './TelemetryMessage.ts';

export type SenderOptions = {
  recorder: Recorder;
  send(entries: BatchEntry[]): Promise<SendResult>;
  flushMs: number;
  random: () => number;
  onError: (error: unknown) => void;
  sent: (messages: number) => void;
  /** Called with what is lost, and of how many evaluations. */
  dropped: RecorderOptions['dropped'];
  /** Called for a message that is lost since the queue will never take it. */
  refused: (reason: string) => void;
};

const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 10_000;

/**
 * Brings what was recorded to the queue. While the queue is away nothing new is
 * cut, so counters go on adding up in place and memory stays bounded. What the
 * queue will never take is dropped, so that it doesn't stay in the way.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #loop: Loop;
  #pending: TelemetryMessage[] = [];
  #failures = 0;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#loop = new Loop({
      turn: () => this.#turn(),
      failed: error => this.#failed(error),
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Sends what is left, as long as the time allows. */
  async stop(deadlineMs: number): Promise<void> {
    await this.#loop.stop();
    const end = AbortSignal.timeout(deadlineMs);
    while (!end.aborted) {
      try {
        await this.flush();
        if (this.#pending.length === 0 && this.#options.recorder.isEmpty)
          return;
      } catch (error) {
        this.#options.onError(error);
      }
      await sleep(FIRST_RETRY_MS, undefined, { signal: end }).catch(
        () => undefined,
      );
    }
    this.#options.onError(
      new Error(`${this.#pending.length} messages of telemetry are lost`),
    );
  }

  /** @throws whatever sending throws; what was not sent is kept */
  async flush(): Promise<void> {
    if (this.#pending.length === 0)
      this.#pending = this.#options.recorder.cut();
    for (const batch of batches(this.#pending)) await this.#send(batch);
    if (this.#pending.length > 0) {
      throw new Error(`The queue refused ${this.#pending.length} messages`);
    }
  }

  async #send(batch: BatchEntry[]): Promise<void> {
    const { later, never } = await this.#options.send(batch);
    if (batch.length > 1 && never.size === batch.length) {
      // All of them, perhaps for one.
      for (const entry of batch) await this.#send([entry]);
      return;
    }
    const done = new Set(batch.map(({ id }) => id));
    for (const id of later) done.delete(id);
    for (const message of this.#pending) {
      const reason = never.get(message.id);
      if (reason !== undefined) this.#drop(message, reason);
    }
    this.#pending = this.#pending.filter(({ id }) => !done.has(id));
    this.#options.sent(done.size - never.size);
  }

  #drop({ counters, events }: TelemetryMessage, reason: string): void {
    const { dropped, refused } = this.#options;
    const evaluations = counters.reduce((sum, { count }) => sum + count, 0);
    if (evaluations > 0) dropped('counter', evaluations);
    if (events.length > 0) dropped('event', events.length);
    refused(reason);
  }

  async #turn(): Promise<number> {
    await this.flush();
    this.#failures = 0;
    return this.#options.flushMs;
  }

  #failed(error: unknown): number {
    this.#options.onError(error);
    const longest = Math.min(
      MAX_RETRY_MS,
      FIRST_RETRY_MS * 2 ** this.#failures,
    );
    this.#failures += 1;
    return longest * (0.5 + this.#options.random() / 2);
  }
}
