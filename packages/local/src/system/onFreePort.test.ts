import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePort } from './freePort';
import { onFreePort } from './onFreePort';

describe('onFreePort', () => {
  const servers: Server[] = [];

  afterEach(() => {
    servers.splice(0).forEach(server => server.close());
  });

  async function listen(port: number): Promise<number> {
    const server = createServer().listen({ port, host: '127.0.0.1' });
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  it('goes to another port when the chosen one was lost', async () => {
    const lost = await listen(0);

    const port = await onFreePort(lost, listen);

    expect(port).not.toBe(lost);
  });

  it('gives two that start at the same moment a port each', async () => {
    const wanted = await freePort();

    const ports = await Promise.all([
      onFreePort(wanted, listen),
      onFreePort(wanted, listen),
    ]);

    expect(new Set(ports).size).toBe(2);
    expect(ports).toContain(wanted);
  });

  it('does not repeat a failure that has nothing to do with the port', async () => {
    const start = jest.fn(async () => {
      throw new Error('no disk left');
    });

    await expect(onFreePort(await freePort(), start)).rejects.toThrow(
      'no disk left',
    );
    expect(start).toHaveBeenCalledTimes(1);
  });
});
