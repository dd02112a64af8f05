import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What everything is compared with: the least that node:http can do. */
const BODY = JSON.stringify({ ok: true });
const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': BODY.length,
  });
  response.end(BODY);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ address: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => process.exit(0));
