import { once } from 'node:events';
import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { ResourcesClient } from './ResourcesClient';

const event = (seq: number) =>
  `id: ${seq}\ndata: ${JSON.stringify({
    seq,
    time: '2026-01-02T03:04:05.000Z',
    type: 'status',
    status: 'planning',
  })}\n\n`;

const begin = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });

describe('a stream of run events that dies without a word', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function clientOf(listener: RequestListener, longestSilence: number) {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new ResourcesClient({
      discoveryApi: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/${id}`,
      },
      fetchApi: { fetch },
      longestSilence,
    });
  }

  async function follow(client: ResourcesClient) {
    const seqs: number[] = [];
    try {
      for await (const { seq } of client.followRunEvents('run-1')) {
        seqs.push(seq);
      }
      return { seqs };
    } catch (error) {
      return { seqs, error };
    }
  }

  it('is given up after the silence, with what had come before', async () => {
    const client = await clientOf((_, response) => {
      begin(response).write(event(1));
    }, 100);

    const { seqs, error } = await follow(client);

    expect(seqs).toEqual([1]);
    expect(error).toMatchObject({
      message: 'No sign of life from the portal for 0.1 s',
    });
  });

  it('is given up when the portal takes the request and never answers', async () => {
    const client = await clientOf(() => {}, 100);

    const { error } = await follow(client);

    expect(error).toMatchObject({
      message: 'No sign of life from the portal for 0.1 s',
    });
  });

  it('is not given up while the portal says that it is still there', async () => {
    const signs = 10;
    const client = await clientOf((_, response) => {
      begin(response);
      let sent = 0;
      const timer = setInterval(() => {
        sent += 1;
        if (sent < signs) {
          response.write(': still here\n\n');
          return;
        }
        clearInterval(timer);
        response.end(`${event(1)}event: end\ndata: {}\n\n`);
      }, 100);
    }, 500);

    const { seqs, error } = await follow(client);

    expect(error).toBeUndefined();
    expect(seqs).toEqual([1]);
  });
});
