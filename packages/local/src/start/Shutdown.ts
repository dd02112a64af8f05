import { LocalError } from '../progress/LocalError';

type Part = { name: string; stop: (urgent: AbortSignal) => Promise<void> };

/**
 * What has been started, ended in reverse: the portal before the runners, the
 * runners before the AWS that they talk to, the database last.
 */
export class Shutdown {
  private readonly parts: Part[] = [];
  private readonly urgent = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly say: (text: string) => void) {}

  /**
   * @param stop - its signal is aborted when the user doesn't want to wait
   */
  add(name: string, stop: Part['stop']) {
    this.parts.push({ name, stop });
  }

  /** Ends everything once, however often it is called. */
  run(): Promise<void> {
    this.running ??= this.stopAll();
    return this.running;
  }

  hurry() {
    this.urgent.abort();
  }

  /** A part that cannot be ended must not keep the others from ending. */
  private async stopAll() {
    const failed: string[] = [];
    for (const part of this.parts.splice(0).reverse()) {
      try {
        await part.stop(this.urgent.signal);
      } catch (error) {
        failed.push(`${part.name}: ${(error as Error).message}`);
        this.say(`Could not stop ${part.name}`);
      }
    }
    if (failed.length) {
      throw new LocalError(
        ['Some parts did not end', ...failed].join('\n'),
        'End them by hand; the next start ends what it finds of them.',
      );
    }
  }
}
