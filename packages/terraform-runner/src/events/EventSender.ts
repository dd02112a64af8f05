import { setTimeout as sleep } from 'node:timers/promises';
import { EventBatch, EventBatchResponse } from '../protocol';
import { PortalError } from '../portal/PortalError';
import { retryWhileAway } from '../portal/retryWhileAway';
import { Spool } from './Spool';

const MAX_EVENTS = 500;
const MAX_BYTES = 200 * 1024;

export type EventSenderOptions = {
  spool: Spool;
  send: (batch: EventBatch) => Promise<EventBatchResponse>;
  /** The portal wants the run canceled. May be called more than once. */
  onCancel: () => void;
  /** The portal listens to this attempt no more. */
  onFenced: () => void;
  /** Milliseconds between two looks at the spool; default 150. */
  intervalMs?: number;
  /** Milliseconds after which an empty batch says that the runner lives, and learns of a cancel; default 1,000. */
  heartbeatMs?: number;
};

/**
 * Sends the spool's events in order, in batches, and a heartbeat where there is nothing to send. While the
 * portal is away it tries again; it goes on from what the portal says that it has.
 */
export class EventSender {
  readonly #options: EventSenderOptions;
  readonly #stopped = new AbortController();
  #accepted = 0;
  #maxEvents = MAX_EVENTS;
  #sending: Promise<void> = Promise.resolve();
  #refused: Error | undefined;

  constructor(options: EventSenderOptions) {
    this.#options = options;
  }

  /** Why the portal takes no more events, if it does not. */
  get refused(): Error | undefined {
    return this.#refused;
  }

  start(): void {
    void this.#loop();
  }

  /** Resolves once the portal has everything that was emitted so far, or takes no more. */
  async flush(): Promise<void> {
    await this.#sendAll();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #loop(): Promise<void> {
    const { intervalMs = 150, heartbeatMs = 1_000 } = this.#options;
    const ticks = Math.max(1, Math.round(heartbeatMs / intervalMs));
    for (let tick = 1; !this.#ended; tick++) {
      const idle = this.#options.spool.lastSeq === this.#accepted;
      if (!idle || tick % ticks === 0) {
        await this.#sendAll(idle);
      }
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    const { intervalMs = 150 } = this.#options;
    const { signal } = this.#stopped;
    await sleep(intervalMs, undefined, { signal }).catch(() => undefined);
  }

  get #ended(): boolean {
    return this.#stopped.signal.aborted || this.#refused !== undefined;
  }

  /** One request at a time: a second one would overtake the first and leave a gap. */
  #sendAll(heartbeat = false): Promise<void> {
    this.#sending = this.#sending.then(() => this.#drain(heartbeat));
    return this.#sending;
  }

  async #drain(heartbeat: boolean): Promise<void> {
    const { spool } = this.#options;
    let first = heartbeat;
    while (!this.#ended && (first || this.#accepted < spool.lastSeq)) {
      first = false;
      try {
        await this.#sendNext();
      } catch (error) {
        this.#handle(error as Error);
      }
    }
  }

  async #sendNext(): Promise<void> {
    const { send, spool, onCancel } = this.#options;
    const events = spool.after(this.#accepted, this.#maxEvents, MAX_BYTES);
    const response = await retryWhileAway(
      () => send({ events }),
      this.#stopped.signal,
    );
    if (events.length > 0 && response.acceptedThrough === this.#accepted) {
      await this.#pause();
    }
    this.#accepted = Math.min(response.acceptedThrough, spool.lastSeq);
    this.#maxEvents = MAX_EVENTS;
    if (response.cancelRequested) {
      onCancel();
    }
  }

  #handle(error: Error): void {
    if (this.#stopped.signal.aborted) {
      return;
    }
    const isRefused = error instanceof PortalError && error.kind === 'refused';
    if (isRefused && this.#goOnWithout(error)) {
      return;
    }
    this.#refused = error;
    if (error instanceof PortalError && !isRefused) {
      this.#options.onFenced();
    }
  }

  /**
   * One event that the portal does not take, because it is too large or not understood, must not keep back all
   * others and the heartbeats with them: it is found by sending one at a time, and replaced by a line that says so.
   */
  #goOnWithout(error: PortalError): boolean {
    const { spool } = this.#options;
    if (this.#accepted === spool.lastSeq) {
      return false;
    }
    if (this.#maxEvents > 1) {
      this.#maxEvents = 1;
      return true;
    }
    return spool.leaveOut(this.#accepted + 1, error.message);
  }
}
