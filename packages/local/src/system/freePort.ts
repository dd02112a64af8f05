import { createServer } from 'node:net';

/**
 * A TCP port on 127.0.0.1 that nothing listens on.
 *
 * @param preferred - taken if it is free, else the system chooses one
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred) {
    const port = await tryPort(preferred).catch(() => undefined);
    if (port) return port;
  }
  return tryPort(0);
}

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error(`No address for port ${port}`)),
      );
    });
  });
}
