import { ResponseError } from '@backstage/errors';
import { ResourcesClient } from './ResourcesClient';

const status = (seq: number, value: string) =>
  `id: ${seq}\ndata: ${JSON.stringify({
    seq,
    time: '2026-01-02T03:04:05.000Z',
    type: 'status',
    status: value,
  })}\n\n`;

function clientThatAnswers(answer: (request: Request) => Response) {
  const requests: Request[] = [];
  const client = new ResourcesClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        // As the middlewares of a frontend do: each makes a request of what it gets.
        const first = new Request(input, init);
        const request = new Request(input, init);
        expect(first.url).toBe(request.url);
        requests.push(request);
        return answer(request);
      },
    },
  });
  return { client, requests };
}

function eventStream(...chunks: string[]) {
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream({
      start(controller) {
        chunks.forEach(chunk => controller.enqueue(encoder.encode(chunk)));
        controller.close();
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  );
}

async function collect<T>(source: AsyncIterable<T>, into: T[] = []) {
  for await (const item of source) {
    into.push(item);
  }
  return into;
}

describe('ResourcesClient', () => {
  it('repeats a parameter for each value of a list', async () => {
    const { client, requests } = clientThatAnswers(() =>
      Response.json({ items: [], total: 0 }),
    );

    await client.listResources({
      mine: 'true',
      environment: ['dev', 'prod'],
      q: 'a b',
    });

    expect(requests[0].url).toBe(
      'http://portal.test/api/resources/v1/resources?mine=true&environment=dev&environment=prod&q=a%20b',
    );
  });

  it('sends the idempotency key with what starts a run', async () => {
    const { client, requests } = clientThatAnswers(() =>
      Response.json({ resource: {}, run: {} }, { status: 202 }),
    );

    await client.destroyResource(
      'r/1',
      { confirmName: 'logs' },
      { idempotencyKey: 'key-1' },
    );

    expect(requests[0].method).toBe('POST');
    expect(requests[0].url).toContain('/resources/r%2F1/destroy');
    expect(requests[0].headers.get('idempotency-key')).toBe('key-1');
    expect(await requests[0].json()).toEqual({ confirmName: 'logs' });
  });

  it("throws the server's error with its name, message and fields", async () => {
    const { client } = clientThatAnswers(() =>
      Response.json(
        {
          error: {
            name: 'ConflictError',
            message: 'Run run-1 of this resource is active',
            runId: 'run-1',
          },
          response: { statusCode: 409 },
        },
        { status: 409 },
      ),
    );

    const failure = await client.destroyResource('r1').catch(error => error);

    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.statusCode).toBe(409);
    expect(failure.cause).toMatchObject({
      name: 'ConflictError',
      message: 'Run run-1 of this resource is active',
      runId: 'run-1',
    });
  });

  it('throws an error for an answer that is not JSON', async () => {
    const { client } = clientThatAnswers(
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    );

    const failure = await client.getResource('r1').catch(error => error);

    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.statusCode).toBe(502);
  });

  it('yields run events as they come, also when a message is cut in two', async () => {
    const message = status(2, 'planning');
    const { client, requests } = clientThatAnswers(() =>
      eventStream(
        status(1, 'pending'),
        message.slice(0, 20),
        message.slice(20),
        ': keep-alive\n\n',
        'event: end\ndata: {}\n\n',
      ),
    );

    const events = await collect(client.followRunEvents('run-1', 7));

    expect(events.map(event => event.seq)).toEqual([1, 2]);
    expect(requests[0].headers.get('accept')).toBe('text/event-stream');
    expect(new URL(requests[0].url).searchParams.get('after')).toBe('7');
  });

  it('throws when the stream breaks off before its end, after what had come', async () => {
    const { client } = clientThatAnswers(() =>
      eventStream(status(1, 'pending')),
    );
    const seen: unknown[] = [];

    const following = collect(client.followRunEvents('run-1'), seen);

    await expect(following).rejects.toThrow('broke off');
    expect(seen).toHaveLength(1);
  });

  it('throws the error of a stream that was refused', async () => {
    const { client } = clientThatAnswers(() =>
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'No run run-1' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );

    const following = collect(client.followRunEvents('run-1'));

    await expect(following).rejects.toMatchObject({ statusCode: 404 });
  });

  it('refuses an event that is not one of the API', async () => {
    const { client } = clientThatAnswers(() =>
      eventStream('data: {"seq":1,"type":"surprise"}\n\n'),
    );

    const following = collect(client.followRunEvents('run-1'));

    await expect(following).rejects.toThrow();
  });
});
