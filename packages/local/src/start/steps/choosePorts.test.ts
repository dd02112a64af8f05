import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { freePort } from '../../system/freePort';
import type { StartContext } from '../StartContext';
import { choosePorts } from './choosePorts';

describe('choosePorts', () => {
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    takenPort = (taken.address() as AddressInfo).port;
  });

  afterAll(async () => {
    taken.close();
    await once(taken, 'close');
  });

  async function choose(portal: number) {
    const lines: string[] = [];
    const context = {
      progress: { line: (text: string) => lines.push(text) },
      settings: {
        ports: {
          portal,
          app: await freePort(),
          aws: await freePort(),
          cognito: await freePort(),
          postgres: await freePort(),
        },
      },
    } as unknown as StartContext;
    await choosePorts(context);
    return { ports: context.ports!, lines };
  }

  it('takes the wanted ports without a word where they are free', async () => {
    const wanted = await freePort();

    const { ports, lines } = await choose(wanted);

    expect(ports.portal).toBe(wanted);
    expect(lines).toEqual([]);
  });

  it('says which other port it takes where one is taken', async () => {
    const { ports, lines } = await choose(takenPort);

    expect(ports.portal).not.toBe(takenPort);
    expect(lines).toEqual([
      `  port ${takenPort} is taken: the portal gets ${ports.portal}`,
    ]);
  });
});
