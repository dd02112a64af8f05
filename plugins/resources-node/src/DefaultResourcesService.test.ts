import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { DefaultResourcesService } from './DefaultResourcesService';

const credentials = mockCredentials.user('user:default/ada');

describe('DefaultResourcesService', () => {
  const requests: IncomingMessage[] = [];
  const answers: Array<{ status: number; type: string; body: string }> = [];
  let server: Server;
  let service: DefaultResourcesService;

  const answer = (
    body: object | string,
    { status = 200, type = 'application/json' } = {},
  ) =>
    answers.push({
      status,
      type,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request);
      const { status, type, body } = answers.shift()!;
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
    });
    service = new DefaultResourcesService({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery,
      reconnect: { delay: 1 },
    });
  });

  afterAll(() => new Promise(done => server.close(done)));

  beforeEach(() => {
    requests.length = 0;
  });

  it('asks on behalf of the user, for the resources plugin', async () => {
    answer({ id: 'run-1' });

    await service.getRun('run-1', { credentials });

    expect(requests[0].url).toBe('/api/resources/v1/runs/run-1');
    expect(requests[0].headers.authorization).toBe(
      mockCredentials.service.header({
        onBehalfOf: credentials,
        targetPluginId: 'resources',
      }),
    );
  });

  it('sends the idempotency key', async () => {
    answer({ resource: {}, run: {} }, { status: 202 });

    await service.destroyResource(
      'r-1',
      {},
      { credentials, idempotencyKey: 'task-1/step-2' },
    );

    expect(requests[0].headers['idempotency-key']).toBe('task-1/step-2');
  });

  it('walks over all pages', async () => {
    answer({ items: [{ id: 'a' }], total: 2, nextCursor: 'next' });
    answer({ items: [{ id: 'b' }], total: 2 });

    const ids: string[] = [];
    for await (const page of service.listResources(
      { type: ['s3-bucket'] },
      { credentials },
    )) {
      ids.push(...page.items.map(item => item.id));
    }

    expect(ids).toEqual(['a', 'b']);
    expect(requests.map(request => request.url)).toEqual([
      '/api/resources/v1/resources?type=s3-bucket',
      '/api/resources/v1/resources?type=s3-bucket&cursor=next',
    ]);
  });

  it('follows the events of a run over a broken connection', async () => {
    const time = '2026-01-01T00:00:00.000Z';
    const status = (seq: number, name: string) =>
      `id: ${seq}\ndata: ${JSON.stringify({
        seq,
        time,
        type: 'status',
        status: name,
      })}\n\n`;
    const stream = { type: 'text/event-stream' };
    answer(status(1, 'pending') + status(2, 'planning'), stream);
    answer(`${status(3, 'canceled')}event: end\ndata: {}\n\n`, stream);

    const seqs: number[] = [];
    for await (const event of service.followRunEvents('run-1', {
      credentials,
    })) {
      seqs.push(event.seq);
    }

    expect(seqs).toEqual([1, 2, 3]);
    expect(requests[1].url).toBe('/api/resources/v1/runs/run-1/events?after=2');
  });

  it('throws with the portal’s error as the cause', async () => {
    answer(
      {
        error: { name: 'ConflictError', message: 'busy', runId: 'run-7' },
        response: { statusCode: 409 },
      },
      { status: 409 },
    );

    const canceling = service.cancelRun('run-1', { credentials });

    await expect(canceling).rejects.toMatchObject({
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'busy', runId: 'run-7' },
    });
  });
});
