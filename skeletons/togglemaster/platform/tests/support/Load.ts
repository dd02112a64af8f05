import { ApiClient, type Answer } from '@togglemaster/local';
import { setTimeout as sleep } from 'node:timers/promises';

export type LoadOptions = {
  /** Of evaluation; with several, one that can't be reached or isn't ready is left for the next, as a load balancer does. */
  url: string | string[];
  key: string;
  flag: string;
  workers?: number;
  /** Between the requests of a worker. Default: none. */
  pauseMs?: number;
};

/** Requests that go on until they are stopped, some at a time. */
export class Load {
  readonly failures: unknown[] = [];
  total = 0;
  stale = 0;
  readonly #workers: Promise<void>[];
  #stopped = false;

  constructor(options: LoadOptions) {
    const { key, flag, workers = 4, pauseMs = 0 } = options;
    const urls = [options.url].flat();
    const client = new ApiClient({ 'x-api-key': key });
    const ask = (url: string) =>
      client.call('POST', `${url}/evaluate`, {
        flag,
        context: { targetingKey: `user-${this.total}` },
      });
    this.#workers = Array.from({ length: workers }, async (_, first) => {
      for (let turn = first; !this.#stopped; turn++) {
        await this.#once(
          urls.map((_url, i) => urls[(turn + i) % urls.length]!),
          ask,
        );
        if (pauseMs > 0) await sleep(pauseMs);
      }
    });
  }

  async stop(): Promise<this> {
    this.#stopped = true;
    await Promise.all(this.#workers);
    return this;
  }

  async #once(urls: string[], ask: (url: string) => Promise<Answer>) {
    this.total += 1;
    let failure: unknown;
    for (const url of urls) {
      try {
        const { status, body } = await ask(url);
        if (status === 200) {
          if (body?.stale) this.stale += 1;
          return;
        }
        failure = body;
        if (status !== 503) break;
      } catch (error) {
        failure = error;
      }
    }
    this.failures.push(failure);
  }
}
