import { ApiClient, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Load } from './support/Load.ts';
import { throttlingProxy } from './support/throttlingProxy.ts';

const COUNT_LIMIT_MS = 90_000;
const PLACE = 'project=demo&environment=dev';
let given: TestPlatform;
let api: ApiClient;
let admin: ApiClient;
let urls: TestPlatform['platform']['urls'];

before(async () => {
  given = await startTestPlatform({
    visibilitySeconds: 3,
    env: {
      evaluation: {
        FLUSH_SECONDS: '0.2',
        COMPARE_SECONDS: '1',
        KEY_FRESH_SECONDS: '0.5',
      },
      analytics: { POLL_SECONDS: '1' },
    },
  });
  ({ admin } = given);
  ({ urls } = given.platform);
  api = new ApiClient({ 'x-api-key': given.key });
});
after(() => given?.stop());

let count = 0;
/** A flag of its own for each test, so that its counts are the test's. */
let flag: Json;
beforeEach(async () => {
  count += 1;
  const made = await admin.must('POST', `${urls.flag}/flags`, {
    project: 'demo',
    key: `fault-${count}`,
    type: 'number',
    variants: { one: 1, two: 2 },
    defaultVariant: 'one',
    offVariant: 'two',
  });
  flag = await serve(made, 'one');
  await evaluatesTo(1);
});

/** What goes on in the background ends with its test, also when that fails. */
const background: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of background.splice(0)) await stop();
});

const load = () => {
  const running = new Load({
    url: urls.evaluation,
    key: given.key,
    flag: flag.key,
  });
  background.push(() => running.stop());
  return running;
};

async function serve(from: Json, variant: string): Promise<Json> {
  return admin.must('PUT', `${urls.flag}/flags/${from.id}/environments/dev`, {
    ...from.environments.dev,
    enabled: true,
    defaultVariant: variant,
  });
}
const evaluate = async (): Promise<Json> =>
  (
    await api.call('POST', `${urls.evaluation}/evaluate`, {
      flag: flag.key,
      context: {},
    })
  ).body;
const evaluatesTo = (value: number) =>
  until(`${flag.key} = ${value}, fresh`, async () => {
    const body = await evaluate();
    return body?.value === value && body.stale === false;
  });
const counted = async (): Promise<number> => {
  const path = `/analytics/stats?${PLACE}&flag=${flag.key}`;
  const { flags } = await api.must('GET', `${urls.analytics}${path}`);
  return flags[0]?.evaluations ?? 0;
};
/** Exactly so many, and no more after another look. */
const countedExactly = async (expected: number) => {
  await until(
    `${expected} counted`,
    async () => (await counted()) >= expected,
    // The consumer waits longer each time that a store refuses.
    COUNT_LIMIT_MS,
  );
  await sleep(1_500);
  assert.equal(await counted(), expected);
};
const metric = async (name: string): Promise<number> => {
  const { body } = await api.call('GET', `${urls.evaluation}/metrics`);
  const [line = ''] = String(body)
    .split('\n')
    .filter(text => text.startsWith(name));
  return Number(line.split(' ').at(-1));
};

describe('Redis', () => {
  it('may stop: all are answered, marked as stale, and nothing is lost', async () => {
    const running = load();
    await given.platform.redis.kill();
    await until('stale answers', async () => (await evaluate()).stale);

    const changed = await serve(flag, 'two');
    await sleep(500);
    assert.equal((await evaluate()).value, 1);
    await given.platform.startRedisAgain();
    await evaluatesTo(2);

    const { failures, stale } = await running.stop();
    assert.equal(changed.environments.dev.defaultVariant, 'two');
    assert.deepEqual(failures, []);
    assert.ok(stale > 0);
  });

  it('may come back empty: it is filled again without a change', async () => {
    const running = load();

    await given.platform.redis.kill();
    await given.platform.startRedisAgain();

    await until('a stale answer or a fresh one', async () => evaluate());
    await evaluatesTo(1);
    const { failures } = await running.stop();
    assert.deepEqual(failures, []);
    await given.platform.service('evaluation').stop();
    await given.platform.startService('evaluation');
    await evaluatesTo(1);
  });

  it('may be away at the start: evaluation is not ready, then it is', async () => {
    await given.platform.service('evaluation').stop();
    await given.platform.redis.kill();
    await given.platform.startService('evaluation');
    const early = await api.call('GET', `${urls.evaluation}/readyz`);

    await given.platform.startRedisAgain();

    assert.equal(early.status, 503);
    await until('evaluation ready', async () => {
      const { status } = await api.call('GET', `${urls.evaluation}/readyz`);
      return status === 200;
    });
    await evaluatesTo(1);
  });
});

describe('PostgreSQL', () => {
  it('may stop: all are answered, and what was acknowledged is there', async () => {
    const running = load();
    const acknowledged: string[] = [];
    const refused: [number, boolean][] = [];
    const state = { writing: true };
    background.push(() => (state.writing = false));
    const writer = (async () => {
      for (let n = 0; state.writing; n++) {
        const key = `written-${count}-${n}`;
        const answer = await admin.call('POST', `${urls.flag}/flags`, {
          project: 'demo',
          key,
          type: 'boolean',
          variants: { on: true },
          defaultVariant: 'on',
          offVariant: 'on',
        });
        if (answer.status === 201) acknowledged.push(key);
        else {
          refused.push([answer.status, answer.headers.has('retry-after')]);
        }
      }
    })();
    await until('some writes', () => acknowledged.length >= 5);

    await given.platform.postgres.stop();
    await until('refused writes', () => refused.length >= 3);
    const login = await admin.call('POST', `${urls.auth}/auth/login`, {
      email: 'admin@example.com',
      password: given.secrets.adminPassword,
    });
    const before = acknowledged.length;
    await given.platform.startPostgresAgain();
    await until('writes again', () => acknowledged.length > before + 3);
    state.writing = false;
    await writer;

    const { failures } = await running.stop();
    assert.equal(login.status, 503);
    assert.deepEqual(
      refused.filter(([status, retry]) => status !== 503 || !retry),
      [],
    );
    assert.deepEqual(failures, []);
    const { flags } = await admin.must(
      'GET',
      `${urls.flag}/flags?project=demo&limit=500&search=written-${count}-`,
    );
    const found = new Set(flags.map(({ key }: Json) => key));
    assert.deepEqual(
      acknowledged.filter(key => !found.has(key)),
      [],
    );
    await until('the last write in evaluation', async () => {
      const { body } = await api.call('POST', `${urls.evaluation}/evaluate`, {
        flag: acknowledged.at(-1),
      });
      return body.value === true;
    });
  });
});

describe('SQS and DynamoDB', () => {
  it('may hang: all are answered, and all are counted, once', async () => {
    const already = (await until('what came before', counted)) || 0;
    assert.ok(already > 0);
    await sleep(1_500);
    const before = await counted();
    process.kill(given.platform.aws.pid, 'SIGSTOP');
    const running = load();
    // Longer than a send waits, so that some are tried again.
    await sleep(6_000);
    process.kill(given.platform.aws.pid, 'SIGCONT');
    await sleep(500);
    const { failures, total } = await running.stop();

    assert.deepEqual(failures, []);
    await countedExactly(before + total);
    assert.ok((await metric('telemetry_send_failures_total')) > 0);
  });

  it('may throttle: all are counted, once', async () => {
    const proxy = await throttlingProxy(given.platform.aws.url);
    background.push(() => proxy.close());
    await given.platform.service('analytics').stop();
    await given.platform.startService('analytics', {
      AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
    });
    await until('what came before', counted);
    await sleep(1_500);
    const before = await counted();
    // More than a client tries by itself, so that one message comes again.
    proxy.throttle(6);

    const running = load();
    await sleep(1_000);
    const { total } = await running.stop();

    await countedExactly(before + total);
    assert.equal(proxy.throttled(), 6);
    await given.platform.service('analytics').stop();
    await given.platform.startService('analytics');
  });
});

describe('kill -9', () => {
  for (const name of ['auth', 'flag', 'targeting', 'analytics'] as const) {
    it(`of ${name} leaves evaluation answering`, async () => {
      const running = load();
      await sleep(300);

      await given.platform.service(name).kill();
      // Longer than a key stays fresh without auth.
      await sleep(1_000);
      await given.platform.startService(name);

      const { failures, total } = await running.stop();
      assert.deepEqual(failures, []);
      assert.ok(total > 20);
    });
  }

  it('of flag after an answer loses nothing of it', async () => {
    await given.platform.redis.kill();
    await serve(flag, 'two');
    await given.platform.service('flag').kill();

    await given.platform.startRedisAgain();
    await given.platform.startService('flag');

    await evaluatesTo(2);
  });

  it('of analytics counts nothing twice', async () => {
    await until('what came before', counted);
    await sleep(1_500);
    const before = await counted();
    const running = load();
    for (let n = 0; n < 3; n++) {
      await sleep(700);
      await given.platform.service('analytics').kill();
      await given.platform.startService('analytics');
    }

    const { total } = await running.stop();

    await countedExactly(before + total);
  });

  it('of evaluation loses telemetry at most: it answers again at once', async () => {
    await given.platform.service('evaluation').kill();

    await given.platform.startService('evaluation');

    await evaluatesTo(1);
  });
});

describe('SIGTERM', () => {
  it('with events in the buffer sends them first, within its time', async () => {
    await until('what came before', counted);
    await given.platform.service('evaluation').stop();
    await sleep(1_500);
    const before = await counted();
    const service = await given.platform.startService('evaluation', {
      FLUSH_SECONDS: '3600',
    });
    await evaluatesTo(1);
    const running = load();
    await sleep(500);
    const { total, failures } = await running.stop();
    assert.deepEqual(failures, []);

    const code = await service.stop();

    assert.equal(code, 0);
    await until('all counted', async () => (await counted()) >= before + total);
    await given.platform.startService('evaluation');
  });

  it('answers what is under way and ends open streams', async () => {
    const service = given.platform.service('evaluation');
    const stream = await fetch(`${urls.evaluation}/evaluate/stream`, {
      headers: { 'x-api-key': given.key },
    });
    const reading = stream.text();
    const running = Promise.all(Array.from({ length: 20 }, () => evaluate()));

    const answers = await running;
    const code = await service.stop();

    assert.equal(code, 0);
    assert.equal(answers.length, 20);
    assert.match(await reading, /^:/);
    await given.platform.startService('evaluation');
  });

  for (const name of ['auth', 'flag', 'targeting', 'analytics'] as const) {
    it(`ends ${name} cleanly`, async () => {
      const code = await given.platform.service(name).stop();

      assert.equal(code, 0);
      await given.platform.startService(name);
    });
  }
});

describe('a service with bad settings', () => {
  it('says which, without values, and ends', async () => {
    await given.platform.service('evaluation').stop();

    await assert.rejects(
      given.platform.startService('evaluation', {
        REDIS_URL: 'http://wrong',
        STREAM_SECRET: 'hunter2',
      }),
      (error: Error) => {
        assert.match(error.message, /REDIS_URL/);
        assert.match(error.message, /STREAM_SECRET: use at least 32/);
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
    await given.platform.startService('evaluation');
  });
});
