import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CountingProxy = {
  url: string;
  /** Calls that came in, by operation, such as ListUsers. */
  calls: Map<string, number>;
  /** Calls that were refused as too many. */
  throttled(): number;
  total(): number;
  reset(): void;
  stop(): Promise<void>;
};

export type CountingProxyOptions = {
  /** Which calls are answered as Cognito does when there are too many. */
  throttle?: (callNumber: number, operation: string) => boolean;
};

/** Stands before a local AWS, counts calls, and refuses some. */
export async function startCountingProxy(
  target: string,
  { throttle = () => false }: CountingProxyOptions = {},
): Promise<CountingProxy> {
  const calls = new Map<string, number>();
  let seen = 0;
  let refused = 0;
  const server = createServer((incoming, outgoing) => {
    const header = String(incoming.headers['x-amz-target'] ?? '');
    const operation = header.split('.')[1] ?? 'unknown';
    calls.set(operation, (calls.get(operation) ?? 0) + 1);
    seen += 1;
    if (throttle(seen, operation)) {
      refused += 1;
      incoming.resume();
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
      outgoing.end(
        JSON.stringify({
          __type: 'TooManyRequestsException',
          message: 'Rate exceeded',
        }),
      );
      return;
    }
    const upstream = request(
      target,
      {
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.on('error', error => outgoing.destroy(error));
    incoming.pipe(upstream);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    throttled: () => refused,
    total: () => [...calls.values()].reduce((sum, count) => sum + count, 0),
    reset: () => {
      calls.clear();
      refused = 0;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
