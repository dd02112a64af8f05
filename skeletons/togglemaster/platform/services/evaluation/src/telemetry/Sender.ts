import { Loop } from '@togglemaster/kit';
import { setTimeout as sleep } from 'node:timers/promises';
import { batches, type BatchEntry } from './batches.ts';
import type { Recorder } from './Recorder.ts';
import type { TelemetryMessage } from './TelemetryMessage.ts';

export type SenderOptions = {
  recorder: Recorder;
  /** @returns the ids of entries that were not taken */
  send(entries: BatchEntry[]): Promise<string[]>;
  flushMs: number;
  random: () => number;
  onError: (error: unknown) => void;
  sent: (messages: number) => void;
};

const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 10_000;

/**
 * Brings what was recorded to the queue. While the queue is away nothing new is
 * cut, so counters go on adding up in place and memory stays bounded.
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
    for (const batch of batches(this.#pending)) {
      const refused = new Set(await this.#options.send(batch));
      const taken = new Set(
        batch.map(({ id }) => id).filter(id => !refused.has(id)),
      );
      this.#pending = this.#pending.filter(({ id }) => !taken.has(id));
      this.#options.sent(taken.size);
    }
    if (this.#pending.length > 0) {
      throw new Error(`The queue refused ${this.#pending.length} messages`);
    }
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
