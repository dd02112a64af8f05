import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import type { Principal } from '../access/Principal.ts';
import { createApp, type AppOptions } from './createApp.ts';
import { problems } from './problems.ts';

async function anApp(options: Partial<AppOptions> = {}) {
  const app = await createApp({
    name: 'test',
    description: 'A test',
    logLevel: 'silent',
    callers: {
      verifyKey: key =>
        key === 'tm_good'
          ? {
              kind: 'key',
              id: 'k1',
              project: 'demo',
              environment: 'dev',
              scopes: ['evaluate'],
            }
          : undefined,
      verifyToken: token =>
        ['viewer', 'editor'].includes(token)
          ? ({ kind: 'user', id: 'u1', role: token } as Principal)
          : undefined,
    },
    ...options,
  });
  app.post(
    '/things',
    {
      config: { access: { role: 'editor', scope: 'flags:write' } },
      schema: { body: z.strictObject({ count: z.int().min(1).max(10) }) },
    },
    async () => ({ ok: true }),
  );
  app.post(
    '/texts',
    { config: { access: 'public' }, schema: { body: z.looseObject({}) } },
    async () => ({ ok: true }),
  );
  app.get('/texts/:id', { config: { access: 'public' } }, async () => ({
    ok: true,
  }));
  app.get('/address', { config: { access: 'public' } }, async request => ({
    ip: request.ip,
  }));
  app.get('/broken', { config: { access: 'public' } }, async () => {
    throw new Error('password=hunter2');
  });
  app.get('/away', { config: { access: 'public' } }, async () => {
    throw problems.unavailable('The database');
  });
  return app;
}

const post = async (body: unknown, headers: Record<string, string> = {}) =>
  (await anApp()).inject({
    method: 'POST',
    url: '/things',
    headers: {
      authorization: 'Bearer editor',
      'content-type': 'application/json',
      ...headers,
    },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a route', () => {
  it('that states no access is refused when it is made', async () => {
    const app = await anApp();

    assert.throws(() => app.get('/open', async () => 1), /states no access/);
  });

  const callers: [string, Record<string, string>, number][] = [
    ['nobody', { authorization: '' }, 401],
    ['an unknown token', { authorization: 'Bearer x' }, 401],
    ['a token of another kind', { authorization: 'Basic editor' }, 401],
    ['too low a role', { authorization: 'Bearer viewer' }, 403],
    [
      'a key without the scope',
      { authorization: '', 'x-api-key': 'tm_good' },
      403,
    ],
    ['a token in the place of a key', { 'x-api-key': 'editor' }, 401],
    ['the right role', {}, 200],
  ];
  for (const [name, headers, status] of callers) {
    it(`answers ${name} with ${status}`, async () => {
      const response = await post({ count: 1 }, headers);

      assert.equal(response.statusCode, status);
    });
  }

  const deep = `${'{"a":'.repeat(21)}1${'}'.repeat(21)}`;
  const bodies: [string, unknown, number][] = [
    ['0', { count: 0 }, 400],
    ['-1', { count: -1 }, 400],
    ['1e9', { count: 1e9 }, 400],
    ['1e400', '{"count":1e400}', 400],
    ['"3"', { count: '3' }, 400],
    ['an unknown property', { count: 1, role: 'admin' }, 400],
    ['__proto__', '{"count":1,"__proto__":{"x":1}}', 400],
    ['__proto__ by escapes', '{"count":1,"\\u005f_proto__":{"x":1}}', 400],
    ['no JSON', '{"count":', 400],
    ['nothing', '', 400],
    [
      'constructor.prototype',
      '{"count":1,"constructor":{"prototype":{}}}',
      400,
    ],
    ['a depth of 21', deep, 400],
    ['a NUL outside of a text', '{"count":1\u0000}', 400],
    ['no JSON', 'count=1', 400],
    ['257 KB', { count: 1, pad: 'x'.repeat(257 * 1024) }, 413],
  ];
  for (const [name, body, status] of bodies) {
    it(`answers ${name} with ${status} as problem+json`, async () => {
      const response = await post(body);

      assert.equal(response.statusCode, status);
      assert.match(
        String(response.headers['content-type']),
        /application\/problem\+json/,
      );
      assert.equal(response.json().status, status);
    });
  }

  it('names the place of a fault', async () => {
    const { errors } = (await post({ count: 0 })).json();

    assert.equal(errors[0].path, 'body/count');
  });

  it('names each property that it does not know', async () => {
    const { detail, errors } = (
      await post({ count: 1, role: 'admin', team: 'platform' })
    ).json();

    assert.deepEqual(
      errors.map(({ path }: { path: string }) => path),
      ['body/role', 'body/team'],
    );
    assert.equal(detail, 'body/role: there is no such property');
  });

  it('tells nothing of an error of our own', async () => {
    const app = await anApp();

    const response = await app.inject({ url: '/broken' });

    assert.equal(response.statusCode, 500);
    assert.doesNotMatch(response.body, /hunter2/);
  });

  it('says when to come back while a part is away', async () => {
    const app = await anApp();

    const response = await app.inject({ url: '/away' });

    assert.equal(response.statusCode, 503);
    assert.equal(response.headers['retry-after'], '2');
  });

  it('answers with the request id that it was given, if harmless', async () => {
    const app = await anApp();
    const idFor = async (id: string) =>
      (await app.inject({ url: '/healthz', headers: { 'x-request-id': id } }))
        .headers['x-request-id'];

    assert.equal(await idFor('abc-123'), 'abc-123');
    assert.notEqual(await idFor('a b"}'), 'a b"}');
  });

  it('that is not there is a problem too', async () => {
    const app = await anApp();

    const response = await app.inject({ url: '/nope?secret=1' });

    assert.equal(response.statusCode, 404);
    assert.doesNotMatch(response.body, /secret/);
  });
});

describe('text that PostgreSQL can not keep', () => {
  const send = async (body: string, options?: Partial<AppOptions>) =>
    (await anApp(options)).inject({
      method: 'POST',
      url: '/texts',
      headers: { 'content-type': 'application/json' },
      payload: body,
    });
  const get = async (url: string, options?: Partial<AppOptions>) =>
    (await anApp(options)).inject({ url });
  const bodies: [string, string][] = [
    ['{"a":[{"b":"x\\u0000"}]}', 'body/a/0/b'],
    ['{"a":{"b\\u0000":1}}', 'body/a/b\0'],
    ['{"a":"\\uD83D"}', 'body/a'],
    ['{"a":"\\ude00\\ud83d"}', 'body/a'],
  ];
  for (const [body, path] of bodies) {
    it(`is refused with its place: ${body}`, async () => {
      const response = await send(body);

      assert.equal(response.statusCode, 400);
      assert.equal(response.json().errors[0].path, path);
    });
  }

  const urls: [string, string][] = [
    ['/texts/1?search=%00', 'querystring/search'],
    ['/texts/1?search=a&search=b%00', 'querystring/search/1'],
    ['/texts/1?a%00=b', 'querystring/a\0'],
    ['/texts/%00', 'params/id'],
  ];
  for (const [url, path] of urls) {
    it(`is refused with its place: ${url}`, async () => {
      const response = await get(url);

      assert.equal(response.statusCode, 400);
      assert.equal(response.json().errors[0].path, path);
    });
  }

  it('is not what looks like it', async () => {
    for (const response of [
      await send('{"a":"\\ud83d\\uDE00"}'),
      await send('{"a":"\\\\u0000"}'),
      await get('/texts/1?search=%2500'),
    ]) {
      assert.equal(response.statusCode, 200);
    }
  });

  it('may come where none of it gets there', async () => {
    const anyText = { anyText: true };

    assert.equal((await send('{"a":"\\u0000"}', anyText)).statusCode, 200);
    assert.equal((await get('/texts/%00', anyText)).statusCode, 200);
  });

  it('below what a body may be is too deep and no more', async () => {
    const deep = 50_000;

    const response = await send(
      `{"a":${'['.repeat(deep)}"\\u0000"${']'.repeat(deep)}}`,
    );

    assert.equal(response.statusCode, 400);
    assert.match(response.json().detail, /nested deeper/);
  });
});

describe('the address of a caller', () => {
  const PROXY = '10.0.128.9';
  const addressOf = async (proxies: number, forwarded?: string) => {
    const response = await (
      await anApp({ proxies })
    ).inject({
      url: '/address',
      remoteAddress: PROXY,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    });
    return response.json().ip;
  };

  it('is what one proxy has added, whatever the caller said before', async () => {
    assert.equal(await addressOf(1, '203.0.113.7'), '203.0.113.7');
    assert.equal(await addressOf(1, '1.2.3.4, 203.0.113.7'), '203.0.113.7');
    assert.equal(
      await addressOf(1, `1.2.3.4,${PROXY},203.0.113.7`),
      '203.0.113.7',
    );
  });

  it('is that of the connection without a proxy or its word', async () => {
    assert.equal(await addressOf(0, '203.0.113.7'), PROXY);
    assert.equal(await addressOf(1), PROXY);
  });
});

describe('the OpenAPI document', () => {
  it('is 3.1, made from the schemas, and tells of the credentials', async () => {
    const app = await anApp();

    const document = (await app.inject({ url: '/openapi.json' })).json();

    assert.equal(document.openapi, '3.1.0');
    const { post: operation } = document.paths['/things'];
    assert.deepEqual(operation.security, [{ token: [] }, { key: [] }]);
    const { schema } = operation.requestBody.content['application/json'];
    assert.equal(schema.properties.count.maximum, 10);
  });
});

describe('an operator', () => {
  it('sees requests by route in the metrics', async () => {
    const app = await anApp();
    await app.inject({ url: '/healthz' });

    const { body } = await app.inject({ url: '/metrics' });

    assert.match(
      body,
      /http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/,
    );
  });

  it('sees a service that can not work as not ready', async () => {
    const app = await createApp({
      name: 'test',
      description: '',
      logLevel: 'silent',
      callers: { verifyKey: () => undefined, verifyToken: () => undefined },
      ready: async () => {
        throw problems.unavailable('Redis');
      },
    });

    assert.equal((await app.inject({ url: '/readyz' })).statusCode, 503);
    assert.equal((await app.inject({ url: '/healthz' })).statusCode, 200);
  });
});
