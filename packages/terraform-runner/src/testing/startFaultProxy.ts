import { IncomingMessage, createServer, request as connect } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FaultProxy = {
  url: string;
  /** Looks at each request before it goes on; a status answers it at once, `reset` cuts the connection. */
  fault: (request: IncomingMessage, body: string) => number | 'reset' | void;
  close: () => Promise<void>;
};

/** Stands between a runner and the local AWS, and lets a test see or refuse what goes through. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const fault = proxy.fault(request, body.toString('latin1'));
    if (fault === 'reset') {
      request.socket.destroy();
      return;
    }
    if (fault) {
      response.writeHead(fault, { 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessDenied</Code></Error>');
      return;
    }
    const { method, headers, url } = request;
    const onward = connect(target + url, { method, headers }, answer => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    onward.end(body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    fault: () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
  return proxy;
}
