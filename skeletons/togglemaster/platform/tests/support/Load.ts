import { ApiClient, type Answer } from '@togglemaster/local';

/** Requests that go on until they are stopped, some at a time. */
export class Load {
  readonly failures: unknown[] = [];
  total = 0;
  stale = 0;
  readonly #workers: Promise<void>[];
  #stopped = false;

  constructor(options: {
    url: string;
    key: string;
    flag: string;
    workers?: number;
  }) {
    const client = new ApiClient({ 'x-api-key': options.key });
    const ask = () =>
      client.call('POST', `${options.url}/evaluate`, {
        flag: options.flag,
        context: { targetingKey: `user-${this.total}` },
      });
    this.#workers = Array.from({ length: options.workers ?? 4 }, async () => {
      while (!this.#stopped) await this.#once(ask);
    });
  }

  async stop(): Promise<this> {
    this.#stopped = true;
    await Promise.all(this.#workers);
    return this;
  }

  async #once(ask: () => Promise<Answer>) {
    this.total += 1;
    try {
      const { status, body } = await ask();
      if (status !== 200) this.failures.push(body);
      if (body?.stale) this.stale += 1;
    } catch (error) {
      this.failures.push(error);
    }
  }
}
