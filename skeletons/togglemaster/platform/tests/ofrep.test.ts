import { createRedis } from '@togglemaster/kit';
import { ApiClient, makeKey, PROJECT, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import { rulesEntry, SnapshotWriter } from '@togglemaster/snapshots';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature, type Client } from '@openfeature/server-sdk';
import { OpenFeature as WebOpenFeature } from '@openfeature/web-sdk';
import { EventSource } from 'eventsource';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';

let given: TestPlatform;
let baseUrl: string;
let api: ApiClient;

before(async () => {
  given = await startTestPlatform({
    env: { evaluation: { CORS_ORIGINS: '*' } },
  });
  baseUrl = given.platform.urls.evaluation;
  api = new ApiClient({ 'x-api-key': given.key });
});
after(() => given?.stop());

const one = (key: string, context: object, headers = {}) =>
  api.call(
    'POST',
    `${baseUrl}/ofrep/v1/evaluate/flags/${key}`,
    { context },
    headers,
  );
const all = (context: object, headers = {}) =>
  api.call('POST', `${baseUrl}/ofrep/v1/evaluate/flags`, { context }, headers);

describe("OpenFeature's server SDK over OFREP", () => {
  let client: Client;

  before(async () => {
    const provider = new OFREPProvider({
      baseUrl,
      headers: [['X-API-Key', given.key]],
    });
    await OpenFeature.setProviderAndWait(provider);
    client = OpenFeature.getClient();
  });
  after(() => OpenFeature.close());

  it('gets a boolean with the variant and the reason', async () => {
    const details = await client.getBooleanDetails('new-checkout', false, {
      targetingKey: 'ana',
    });

    assert.equal(details.value, true);
    assert.equal(details.variant, 'on');
    assert.equal(details.reason, 'TARGETING_MATCH');
    assert.equal(details.flagMetadata.ruleName, 'Beta testers have it');
  });

  it('gets a string for a targeting key that is not ASCII', async () => {
    const value = await client.getStringValue('greeting', '', {
      targetingKey: 'joão',
      country: 'BR',
    });

    assert.equal(value, 'Olá');
  });

  it('gets a number', async () => {
    const context = { targetingKey: 'ação', app: '2.1.0' };

    assert.equal(await client.getNumberValue('max-items', 0, context), 100);
  });

  it('gets an object', async () => {
    const value = await client.getObjectValue(
      'theme',
      {},
      { targetingKey: 'a' },
    );

    assert.deepEqual(value, { background: '#ffffff', text: '#111111' });
  });

  it('is told of a flag that is not there', async () => {
    const details = await client.getBooleanDetails('nope', true, {
      targetingKey: 'a',
    });

    assert.equal(details.value, true);
    assert.equal(details.errorCode, 'FLAG_NOT_FOUND');
  });

  it('is told of a type that does not fit', async () => {
    const details = await client.getBooleanDetails('greeting', true, {
      targetingKey: 'a',
    });

    assert.equal(details.errorCode, 'TYPE_MISMATCH');
  });

  it('is told of a targeting key that is missing', async () => {
    const details = await client.getBooleanDetails('new-checkout', false, {});

    assert.equal(details.errorCode, 'TARGETING_KEY_MISSING');
  });
});

describe("OpenFeature's web SDK over OFREP", () => {
  before(async () => {
    Object.assign(globalThis, { EventSource });
    await WebOpenFeature.setContext({ targetingKey: 'ana' });
    const provider = new OFREPWebProvider({
      baseUrl,
      headers: [['X-API-Key', given.key]],
    });
    await WebOpenFeature.setProviderAndWait(provider);
  });
  after(async () => {
    await WebOpenFeature.close();
    Reflect.deleteProperty(globalThis, 'EventSource');
  });

  it('has all flags after its start', () => {
    const client = WebOpenFeature.getClient();

    assert.equal(client.getBooleanValue('new-checkout', false), true);
    assert.equal(client.getStringValue('greeting', ''), 'Hello');
  });

  it('has other values after a change of the context', async () => {
    const client = WebOpenFeature.getClient();

    await WebOpenFeature.setContext({ targetingKey: 'bia', country: 'PT' });

    assert.equal(client.getStringValue('greeting', ''), 'Olá');
  });

  it('learns of a change by the event stream', async () => {
    const client = WebOpenFeature.getClient();
    const { admin, platform } = given;
    await until('an open stream', async () => {
      const { body } = await api.call('GET', `${baseUrl}/metrics`);
      return /^streams_open [1-9]/m.test(body);
    });
    const flag = await flagByKey('theme');

    await admin.must(
      'PUT',
      `${platform.urls.flag}/flags/${flag.id}/environments/dev`,
      { ...flag.environments.dev, defaultVariant: 'dark' },
    );

    await until('the dark theme', () => {
      const theme = client.getObjectValue('theme', {}) as Json;
      return theme.background === '#111111';
    });
  });
});

describe('OFREP', () => {
  it('answers a match with its rule in flat metadata', async () => {
    const { status, body } = await one('new-checkout', { targetingKey: 'ana' });

    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).toSorted(), [
      'key',
      'metadata',
      'reason',
      'value',
      'variant',
    ]);
    for (const value of Object.values(body.metadata)) {
      assert.match(typeof value, /^(boolean|string|number)$/);
    }
  });

  it('gives a user the same share of a split every time', async () => {
    const first = await one('new-checkout', { targetingKey: 'joão' });
    const again = await one('new-checkout', { targetingKey: 'joão' });

    assert.equal(first.body.reason, 'SPLIT');
    assert.equal(first.body.value, again.body.value);
  });

  const faults: [string, unknown, number, string][] = [
    ['no context', {}, 400, 'INVALID_CONTEXT'],
    ['a context that is a list', { context: [] }, 400, 'INVALID_CONTEXT'],
    ['no targeting key', { context: {} }, 400, 'TARGETING_KEY_MISSING'],
    [
      'a numeric targeting key',
      { context: { targetingKey: 1 } },
      400,
      'TARGETING_KEY_MISSING',
    ],
    ['broken JSON', '{"context":', 400, 'PARSE_ERROR'],
    [
      '__proto__ in the context',
      '{"context":{"targetingKey":"a","__proto__":{}}}',
      400,
      'PARSE_ERROR',
    ],
    [
      'a body over 256 KB',
      { context: { targetingKey: 'x'.repeat(300_000) } },
      413,
      'GENERAL',
    ],
  ];
  for (const [name, body, status, errorCode] of faults) {
    it(`answers ${name} with ${errorCode}`, async () => {
      const url = `${baseUrl}/ofrep/v1/evaluate/flags/theme`;

      const answer = await api.call('POST', url, body);

      assert.equal(answer.status, status);
      assert.equal(answer.body.key, 'theme');
      assert.equal(answer.body.errorCode, errorCode);
    });
  }

  it('answers an unknown flag with 404', async () => {
    const { status, body } = await one('nope', { targetingKey: 'a' });

    assert.equal(status, 404);
    assert.equal(body.errorCode, 'FLAG_NOT_FOUND');
  });

  it('answers without a body where the key is wrong or missing', async () => {
    const url = `${baseUrl}/ofrep/v1/evaluate/flags`;
    const context = { context: { targetingKey: 'a' } };

    for (const client of [
      new ApiClient(),
      new ApiClient({ 'x-api-key': 'tm_dev_server_wrong' }),
    ]) {
      const answer = await client.call('POST', url, context);
      assert.equal(answer.status, 401);
      assert.equal(answer.body, undefined);
    }
  });

  it('answers without a body where the key may not evaluate', async () => {
    const key = await makeKey(given.platform, given.admin, {
      scopes: ['flags:read'],
    });

    const answer = await one(
      'theme',
      { targetingKey: 'a' },
      { 'x-api-key': key },
    );

    assert.equal(answer.status, 403);
    assert.equal(answer.body, undefined);
  });

  it('takes the key as a bearer token too', async () => {
    const client = new ApiClient({ authorization: `Bearer ${given.key}` });

    const { status } = await client.call(
      'POST',
      `${baseUrl}/ofrep/v1/evaluate/flags`,
      { context: { targetingKey: 'a' } },
    );

    assert.equal(status, 200);
  });

  it('answers all flags of an environment, be they plain or ruled, and none', async t => {
    const flag = (key: string) =>
      JSON.stringify({
        key,
        type: 'boolean',
        variants: { on: true, off: false },
        enabled: true,
        defaultVariant: 'off',
        offVariant: 'off',
        prerequisites: [],
      });
    const rule = {
      id: 'r1',
      name: 'Everybody',
      flag: 'ruled',
      position: 0,
      enabled: true,
      conditions: [],
      serve: { variant: 'on' },
    };
    const redis = createRedis(given.platform.redisUrl, () => undefined);
    t.after(() => redis.disconnect());
    await once(redis, 'ready');
    const flags = new SnapshotWriter(redis, 'flags');
    const targeting = new SnapshotWriter(redis, 'targeting');
    for (const environment of ['plain', 'ruled', 'plain-ruled', 'none']) {
      const place = { project: 'bulk', environment };
      const wanted = environment.split('-').filter(key => key !== 'none');
      const key = await makeKey(given.platform, given.admin, place);
      await flags.replace(place, 1, new Map(wanted.map(k => [k, flag(k)])));
      await targeting.replace(
        place,
        1,
        new Map([[rulesEntry('ruled'), JSON.stringify([rule])]]),
      );

      await until(environment, async () => {
        const { body } = await all({ targetingKey: 'a' }, { 'x-api-key': key });
        const got = body.flags.map((one: Json) => [one.key, one.value]);
        return isDeepStrictEqual(
          got,
          wanted.map(name => [name, name === 'ruled']),
        );
      });
    }
  });

  it('answers 304 for the tag of the last answer', async () => {
    const first = await all({ targetingKey: 'ana' });
    const etag = first.headers.get('etag')!;

    const again = await all({ targetingKey: 'ana' }, { 'if-none-match': etag });

    assert.equal(again.status, 304);
    assert.equal(again.body, undefined);
  });

  it('gives another context another tag, even with the same values', async () => {
    const first = await all({ targetingKey: 'ana' });
    const etag = first.headers.get('etag')!;

    const other = await all(
      { targetingKey: 'ana', unused: 1 },
      { 'if-none-match': etag },
    );

    assert.equal(other.status, 200);
    assert.notEqual(other.headers.get('etag'), etag);
  });

  it('gives a change another tag', async () => {
    const context = { targetingKey: 'etag' };
    const first = await all(context);
    const etag = first.headers.get('etag')!;
    const flag = await flagByKey('max-items');

    await given.admin.must(
      'PUT',
      `${given.platform.urls.flag}/flags/${flag.id}/environments/dev`,
      { ...flag.environments.dev, defaultVariant: 'many' },
    );

    await until('another tag', async () => {
      const next = await all(context, { 'if-none-match': etag });
      return next.status === 200;
    });
  });

  it('lets a browser of an allowed origin ask', async () => {
    const url = `${baseUrl}/ofrep/v1/evaluate/flags`;
    const origin = { origin: 'https://shop.example' };

    const preflight = await new ApiClient().call('OPTIONS', url, undefined, {
      ...origin,
      'access-control-request-method': 'POST',
    });
    const answer = await all({ targetingKey: 'a' }, origin);

    assert.equal(preflight.status, 204);
    assert.match(
      preflight.headers.get('access-control-allow-headers')!,
      /x-api-key/,
    );
    assert.equal(
      answer.headers.get('access-control-allow-origin'),
      'https://shop.example',
    );
  });

  it('refuses a stream with a forged ticket, and one without any', async () => {
    const { body } = await all({ targetingKey: 'a' });
    const good: string = body.eventStreams[0].endpoint.requestUri;
    const [head, signature] = good.split('.');
    const forged = `${head}.${signature!.replace(/^./, c => (c === 'A' ? 'B' : 'A'))}`;

    for (const path of [forged, '/evaluate/stream']) {
      const answer = await new ApiClient().call('GET', `${baseUrl}${path}`);
      assert.equal(answer.status, 401);
    }
  });
});

describe('POST and GET /evaluate', () => {
  it('say why, in both forms', async () => {
    const posted = await api.must('POST', `${baseUrl}/evaluate`, {
      flag: 'new-checkout',
      context: { targetingKey: 'ana' },
    });
    const got = await api.must(
      'GET',
      `${baseUrl}/evaluate?flag=new-checkout&targetingKey=ana`,
    );

    assert.equal(posted.rule.name, 'Beta testers have it');
    assert.equal(posted.stale, false);
    assert.deepEqual(got, posted);
  });

  it('take all of a context in the query', async () => {
    const context = { targetingKey: 'ana', plan: 'pro', name: 'João & "ação"' };
    const url = `${baseUrl}/evaluate/bulk`;

    const posted = await api.must('POST', url, { context });
    const got = await api.must(
      'GET',
      `${url}?context=${encodeURIComponent(JSON.stringify(context))}`,
    );

    assert.ok(posted.flags.some((flag: Json) => flag.rule));
    assert.deepEqual(got, posted);
  });

  const faulty: [string, string][] = [
    ['context=nope', 'querystring/context'],
    ['context=%5B%5D', 'querystring/context'],
    ['context=%7B%22targetingKey%22%3A1%7D', 'querystring/context'],
    ['plan=pro', 'querystring/plan'],
  ];
  for (const [query, path] of faulty) {
    it(`say where the fault is in ?${query}`, async () => {
      const { status, body } = await api.call(
        'GET',
        `${baseUrl}/evaluate/bulk?${query}`,
      );

      assert.equal(status, 400);
      assert.equal(body.errors[0].path, path);
    });
  }

  it('answer many at once, in the order asked for', async () => {
    const body = await api.must(
      'GET',
      `${baseUrl}/evaluate/bulk?flags=theme,nope,greeting&targetingKey=ana`,
    );

    assert.deepEqual(
      body.flags.map(({ key }: Json) => key),
      ['theme', 'nope', 'greeting'],
    );
    assert.equal(body.flags[1].errorCode, 'FLAG_NOT_FOUND');
  });

  it('answer all without names', async () => {
    const body = await api.must('POST', `${baseUrl}/evaluate/bulk`, {});

    assert.equal(body.flags.length, 4);
  });
});

async function flagByKey(key: string): Promise<Json> {
  const { flags } = await given.admin.must(
    'GET',
    `${given.platform.urls.flag}/flags?project=${PROJECT}`,
  );
  return flags.find((flag: Json) => flag.key === key);
}
