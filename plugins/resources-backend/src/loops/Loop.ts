import type { LoggerService } from '@backstage/backend-plugin-api';
import { Bell } from './Bell';

export interface LoopOptions {
  /** For the log. */
  name: string;
  /** Milliseconds between two rounds, unless it is woken. */
  interval: number;
  logger: LoggerService;
  /** One round. What it throws is logged, and the next round comes in its time. */
  round: (signal: AbortSignal) => Promise<void>;
}

/** Work that is done again and again, one round at a time, until it is stopped. */
export class Loop {
  private readonly bell = new Bell();
  private readonly controller = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Begins a round as soon as the present one is over. */
  wake(): void {
    this.bell.ring();
  }

  /** Ends when the round that is under way has. */
  async stop(): Promise<void> {
    this.controller.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { name, interval, logger, round } = this.options;
    const { signal } = this.controller;
    while (!signal.aborted) {
      try {
        await round(signal);
      } catch (error) {
        if (!signal.aborted) {
          logger.error(`The ${name} failed, and tries again`, error as Error);
        }
      }
      await this.bell.wait(interval, signal);
    }
  }
}
