import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Bundle,
  Job,
  PlanResult,
  PlanVerdict,
  RunResult,
  RunnerEvent,
  eventBatchSchema,
  planResultSchema,
  runResultSchema,
} from '../protocol';

export type TestPortalOptions = {
  job: Job;
  bundle: Bundle;
  /** What to answer to a plan; default `apply`. */
  verdict?: PlanVerdict['next'];
};

/** The token that this portal takes. */
export const TEST_TOKEN = 'test-token-of-one-run-and-one-attempt';

/**
 * The runner API on a real HTTP server, for one attempt of one run. It checks what it gets by the wire
 * types, and that events come in order, without a gap and without a change when they come again.
 */
export class TestPortal {
  readonly events: RunnerEvent[] = [];
  readonly plans: PlanResult[] = [];
  readonly results: RunResult[] = [];
  /** What a runner did wrong. */
  readonly faults: string[] = [];
  cancelRequested = false;
  /** Statuses to answer with instead, until it is cleared. */
  refuseWith: number | undefined;
  /** Called after each batch, with all events so far. */
  onEvents: (events: RunnerEvent[]) => void = () => undefined;
  applyingCount = 0;
  #server: Server | undefined;
  #port = 0;
  readonly #options: TestPortalOptions;
  readonly #waiting: { test: () => boolean; done: () => void }[] = [];

  constructor(options: TestPortalOptions) {
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/runner`;
  }

  get result(): RunResult | undefined {
    return this.results[0];
  }

  /** Comes (back) on the same address. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(error => {
        this.faults.push(error.message);
        send(response, 400, { error: { message: error.message } });
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Goes away: connections are refused until {@link listen} is called again. */
  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  }

  /** Resolves once a condition on what has arrived holds. */
  async until(test: () => boolean): Promise<void> {
    if (!test()) {
      await new Promise<void>(done => this.#waiting.push({ test, done }));
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await read(request);
    if (request.headers.authorization !== `Bearer ${TEST_TOKEN}`) {
      send(response, 401, { error: { message: 'wrong token' } });
      return;
    }
    if (this.refuseWith) {
      send(response, this.refuseWith, { error: { message: 'as told' } });
      return;
    }
    const { status, answer } = this.#handle(request.url ?? '', body);
    send(response, status, answer);
    this.#tellWaiting();
  }

  #handle(url: string, body: unknown): { status: number; answer?: unknown } {
    const { job, bundle, verdict = 'apply' } = this.#options;
    const base = `/runner/runs/${job.runId}/attempts/${job.attempt}/`;
    switch (url.slice(base.length)) {
      case 'job':
        return { status: 200, answer: job };
      case 'bundle':
        return {
          status: 200,
          answer: { ...bundle, digest: job.bundle.digest },
        };
      case 'events':
        return { status: 200, answer: this.#takeEvents(body) };
      case 'plan':
        this.plans.push(planResultSchema.parse(body));
        return { status: 200, answer: { next: verdict } };
      case 'applying':
        this.applyingCount += 1;
        return { status: this.cancelRequested ? 409 : 204 };
      case 'result':
        this.results.push(runResultSchema.parse(body));
        return { status: 204 };
      default:
        throw new Error(`The runner asked for ${url}`);
    }
  }

  #takeEvents(body: unknown) {
    const batch = eventBatchSchema.parse(body);
    for (const event of batch.events) {
      const known = this.events[event.seq - 1];
      if (known && JSON.stringify(known) !== JSON.stringify(event)) {
        this.faults.push(`Event ${event.seq} came again with other content`);
      }
      if (!known && event.seq !== this.events.length + 1) {
        this.faults.push(`Event ${event.seq} came after ${this.events.length}`);
      }
      if (!known) {
        this.events.push(event);
      }
    }
    this.onEvents(this.events);
    return {
      acceptedThrough: this.events.length,
      cancelRequested: this.cancelRequested,
    };
  }

  #tellWaiting(): void {
    this.#waiting.filter(({ test }) => test()).forEach(({ done }) => done());
  }
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? JSON.parse(text) : undefined;
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
