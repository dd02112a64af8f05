import { IncomingMessage, createServer, request as connect } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Looks at a request before it goes on; a status answers it at once, `reset` cuts the connection. */
export type Fault = (
  request: IncomingMessage,
  body: string,
) => number | 'reset' | void;

export type FaultProxy = {
  url: string;
  /** Sets who looks at each request from now on. */
  onRequest: (fault: Fault) => void;
  close: () => Promise<void>;
};

/** Stands between a runner and the local AWS, and lets a test see or refuse what goes through. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let fault: Fault = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const answer = fault(request, body.toString('latin1'));
    if (answer === 'reset') {
      request.socket.destroy();
      return;
    }
    if (answer) {
      response.writeHead(answer, { 'content-type': 'application/xml' });
      response.end('<Error><Code>AccessDenied</Code></Error>');
      return;
    }
    const { method, headers, url } = request;
    const onward = connect(target + url, { method, headers }, from => {
      response.writeHead(from.statusCode!, from.headers);
      from.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    onward.end(body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    onRequest: handler => {
      fault = handler;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}
