import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ThrottlingProxy = {
  url: string;
  /** So many of the next writes are refused. */
  throttle(writes: number): void;
  throttled(): number;
  close(): Promise<void>;
};

const WRITES = /(BatchWriteItem|TransactWriteItems)$/;
const REFUSAL = JSON.stringify({
  __type:
    'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput was exceeded',
});

/** Stands before DynamoDB and answers as it does when it is overloaded. */
export async function throttlingProxy(
  target: string,
): Promise<ThrottlingProxy> {
  const state = { left: 0, throttled: 0 };
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target']);
    if (state.left > 0 && WRITES.test(operation)) {
      state.left -= 1;
      state.throttled += 1;
      incoming.resume();
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(REFUSAL);
      return;
    }
    const passed = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers: incoming.headers },
      (answer: IncomingMessage) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    throttle: writes => {
      state.left = writes;
    },
    throttled: () => state.throttled,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
