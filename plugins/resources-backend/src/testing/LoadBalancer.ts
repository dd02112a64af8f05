import { once } from 'node:events';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds. */
const CHECK_EVERY = 100;

/**
 * Hands each request to the next portal that says that it is ready, as a load balancer's health check or a Service's
 * endpoints do it. What fails it does not try again: who asked is told.
 */
export class LoadBalancer {
  private readonly server = createServer((request, response) => {
    void this.pass(request, response);
  });
  private readonly stopped = new AbortController();
  private readonly ports: number[];
  private ready: number[] = [];
  private turn = 0;
  /** What was not answered by a portal, in words. */
  readonly unanswered: string[] = [];

  /** @param ports - of the portals on this machine, there or not. */
  constructor(ports: readonly number[]) {
    this.ports = [...ports];
  }

  async listen(port: number): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.ports.forEach(portal => void this.check(portal));
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** How many portals get requests. */
  get readyCount(): number {
    return this.ready.length;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Each for itself: one that is slow must not hide that another ends. */
  private async check(port: number): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const ready = await isReady(port);
      this.ready = this.ready.filter(other => other !== port);
      if (ready) this.ready.push(port);
      await sleep(CHECK_EVERY);
    }
  }

  private async pass(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { method, url, headers } = request;
    this.turn += 1;
    const port = this.ready[this.turn % this.ready.length];
    const lost = (why: string) => {
      this.unanswered.push(`${method} ${url}: ${why}`);
      response.writeHead(502).end();
    };
    if (port === undefined) {
      lost('no portal is ready');
      return;
    }
    const passed = ask(
      { host: '127.0.0.1', port, method, path: url, headers, agent: false },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', ({ message }) => lost(message));
    request.pipe(passed);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const { ok } = await fetch(
      `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
      // On a busy machine a portal that is well may be slow.
      { signal: AbortSignal.timeout(10_000) },
    );
    return ok;
  } catch {
    return false;
  }
}
