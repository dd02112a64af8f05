import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ApiClient, freePort, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { cutProxy, type CutProxy } from './support/cutProxy.ts';
import { Load, type LoadOptions } from './support/Load.ts';

const PLACE = 'project=demo&environment=dev';
const OUTAGE_MS = 60_000;
const COUNT_LIMIT_MS = 90_000;
/** Of single events, that evaluation keeps while the queue is away: few, because all of them are written later. */
const BUFFER = 1_000;
let given: TestPlatform;
let admin: ApiClient;
let api: ApiClient;
let urls: TestPlatform['platform']['urls'];
let sqs: CutProxy;

before(async () => {
  given = await startTestPlatform({
    visibilitySeconds: 10,
    env: {
      evaluation: {
        FLUSH_SECONDS: '0.2',
        COMPARE_SECONDS: '1',
        KEY_FRESH_SECONDS: '0.5',
        SAMPLE_RATE: '1',
        EVENT_BUFFER: String(BUFFER),
      },
      analytics: { POLL_SECONDS: '1' },
    },
  });
  ({ admin } = given);
  ({ urls } = given.platform);
  api = new ApiClient({ 'x-api-key': given.key });
  sqs = await cutProxy(given.platform.aws.url);
  await throughProxy();
});
after(async () => {
  await sqs?.cut();
  await given?.stop();
});

let count = 0;
let flag: string;
beforeEach(async () => {
  count += 1;
  flag = `outage-${count}`;
  await enable(flag);
});

/** What goes on in the background ends with its test, also when that fails. */
const background: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of background.splice(0)) await stop();
});

/** Both of its clients reach the queue through the proxy, and nothing else. */
async function throughProxy() {
  const { pathname } = new URL(given.platform.aws.queueUrl);
  const env = {
    AWS_ENDPOINT_URL_SQS: sqs.url,
    QUEUE_URL: `${sqs.url}${pathname}`,
  };
  for (const name of ['evaluation', 'analytics']) {
    await given.platform.service(name).stop();
    await given.platform.startService(name, env);
  }
}

async function enable(key: string) {
  const made = await admin.must('POST', `${urls.flag}/flags`, {
    project: 'demo',
    key,
    type: 'number',
    variants: { one: 1, two: 2 },
    defaultVariant: 'one',
    offVariant: 'two',
  });
  await admin.must('PUT', `${urls.flag}/flags/${made.id}/environments/dev`, {
    ...made.environments.dev,
    enabled: true,
  });
  await until(`${key} in evaluation`, async () => {
    const { body } = await api.call('POST', `${urls.evaluation}/evaluate`, {
      flag: key,
      context: {},
    });
    return body?.value === 1 && body.stale === false;
  });
}

const ready = (url: string) =>
  until(`${url} ready`, async () => {
    const { status } = await api.call('GET', `${url}/readyz`);
    return status === 200;
  });
const load = (options: Partial<LoadOptions> = {}) => {
  const running = new Load({
    url: urls.evaluation,
    key: given.key,
    flag,
    ...options,
  });
  background.push(() => running.stop());
  return running;
};
const counted = async (key = flag): Promise<number> => {
  const path = `/analytics/stats?${PLACE}&flag=${key}`;
  const { flags } = await api.must('GET', `${urls.analytics}${path}`);
  return flags[0]?.evaluations ?? 0;
};
/** So many, and no more after another look. */
const countedExactly = async (expected: number, key = flag) => {
  await until(
    `${expected} counted of ${key}`,
    async () => (await counted(key)) >= expected,
    COUNT_LIMIT_MS,
  );
  await sleep(1_500);
  assert.equal(await counted(key), expected);
};
/** What was evaluated while the test was prepared; it waits in the queue behind all of the test before. */
const countedBefore = async () => {
  await until('what came before', () => counted(), COUNT_LIMIT_MS);
  await sleep(1_500);
  return counted();
};
const dropped = async (kind: string): Promise<number> => {
  const { body } = await api.call('GET', `${urls.evaluation}/metrics`);
  const name = `telemetry_dropped_total{kind="${kind}"}`;
  const line = String(body)
    .split('\n')
    .find(text => text.startsWith(name));
  return Number(line?.split(' ').at(-1) ?? 0);
};

describe('SQS', () => {
  it('may be unreachable for a minute: all are answered and counted once, and what is dropped shows', async () => {
    const before = await countedBefore();
    const running = load({ workers: 2, pauseMs: 20 });
    await sqs.cut();
    const begun = performance.now();
    const evaluations = await evaluateAll(BUFFER + 500);
    const droppedEvents = await until('dropped events', () => dropped('event'));
    await sleep(OUTAGE_MS - (performance.now() - begun));
    await sqs.mend();
    await sleep(500);
    const { failures, total } = await running.stop();

    assert.deepEqual(failures, []);
    assert.ok(droppedEvents > 0);
    assert.equal(await dropped('counter'), 0);
    await countedExactly(before + total + evaluations);
  });

  it('may deliver twice, and hold what can not be read, amid all the rest', async () => {
    const before = await countedBefore();
    const running = load({ pauseMs: 5 });
    const twin = `twin-${count}`;
    const client = new SQSClient({
      endpoint: given.platform.aws.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    background.push(() => client.destroy());
    const send = (body: string) =>
      client.send(
        new SendMessageCommand({
          QueueUrl: given.platform.aws.queueUrl,
          MessageBody: body,
        }),
      );
    for (let n = 0; n < 5; n++) {
      const body = JSON.stringify(aMessage(twin));
      await Promise.all([send(body), send(`poison ${n}`), send(body)]);
      await sleep(100);
    }
    await sleep(500);
    const { failures, total } = await running.stop();

    assert.deepEqual(failures, []);
    await countedExactly(5 * 3, twin);
    await countedExactly(before + total);
  });
});

describe('PostgreSQL', () => {
  it('may stop: each service refuses what it can not keep, and keeps what it acknowledged', async () => {
    const running = load({ pauseMs: 5 });
    const writers = [keysOfAuth(), flagsOfFlag(), segmentsOfTargeting()].map(
      write => new Writer(write),
    );
    background.push(() => Promise.all(writers.map(one => one.stop())));
    await until('some writes of each', () =>
      writers.every(({ acknowledged }) => acknowledged.length >= 3),
    );

    await given.platform.postgres.stop();
    await until('refused writes of each', () =>
      writers.every(({ refused }) => refused.length >= 3),
    );
    const ready = await Promise.all(
      (['auth', 'flag', 'targeting'] as const).map(async name => {
        const { status } = await api.call('GET', `${urls[name]}/readyz`);
        return status;
      }),
    );
    const early = writers.map(({ acknowledged }) => acknowledged.length);
    await given.platform.startPostgresAgain();
    await until('writes of each again', () =>
      writers.every(({ acknowledged }, i) => acknowledged.length > early[i]!),
    );
    await Promise.all(writers.map(one => one.stop()));
    const { failures } = await running.stop();

    assert.deepEqual(failures, []);
    assert.deepEqual(ready, [503, 503, 503]);
    for (const { acknowledged, refused, write } of writers) {
      const found = await write.found();
      assert.deepEqual(
        refused.filter(answer => answer !== '503, try again'),
        [],
        write.name,
      );
      assert.deepEqual(
        acknowledged.filter(key => !found.has(key)),
        [],
        write.name,
      );
    }
  });
});

describe('evaluation', () => {
  it('may be killed, one replica after the other: all are answered, and nothing is counted twice', async () => {
    const before = await countedBefore();
    const port = await freePort();
    const first = given.platform.service('evaluation');
    const second = await given.platform.startService('evaluation', {
      PORT: String(port),
    });
    background.push(() => second.kill());
    await ready(`http://127.0.0.1:${port}`);
    const running = load({
      url: [urls.evaluation, `http://127.0.0.1:${port}`],
      pauseMs: 2,
    });
    const more = async (requests: number) => {
      const goal = running.total + requests;
      await until('more requests', () => running.total >= goal);
    };
    await more(50);

    await first.kill();
    await more(100);
    await given.platform.startService('evaluation');
    await ready(urls.evaluation);
    await more(100);
    await second.kill();
    await more(100);
    const { failures, total } = await running.stop();

    assert.deepEqual(failures, []);
    await sleep(3_000);
    const all = await counted();
    assert.ok(all > before, 'nothing was counted');
    assert.ok(all <= before + total, `${all} of ${before + total}`);
  });
});

/** Evaluates all flags again and again until so many single events are made. @returns how often each flag was */
async function evaluateAll(events: number): Promise<number> {
  const state = { events: 0, requests: 0 };
  const worker = async () => {
    while (state.events < events) {
      state.requests += 1;
      const { flags } = await api.must(
        'POST',
        `${urls.evaluation}/evaluate/bulk`,
        { context: { targetingKey: 'ana' } },
      );
      state.events += flags.length;
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return state.requests;
}

type Write = {
  name: string;
  /** @returns the status, and whether it says when to try again */
  once(key: string): Promise<{ status: number; headers: Headers }>;
  /** What is there now. */
  found(): Promise<Set<string>>;
};

/** Writes one after the other until it is stopped. */
class Writer {
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  readonly write: Write;
  readonly #running: Promise<void>;
  #stopped = false;

  constructor(write: Write) {
    this.write = write;
    this.#running = this.#run();
  }

  async stop() {
    this.#stopped = true;
    await this.#running;
  }

  async #run() {
    for (let n = 0; !this.#stopped; n++) {
      const key = `written-${count}-${n}`;
      const { status, headers } = await this.write.once(key);
      if (status < 300) this.acknowledged.push(key);
      else {
        const again = headers.has('retry-after') ? ', try again' : '';
        this.refused.push(`${status}${again}`);
      }
      await sleep(20);
    }
  }
}

const keysOf = (list: Json[], field: string) =>
  new Set(list.map(entry => entry[field]));

function flagsOfFlag(): Write {
  return {
    name: 'flag',
    once: key =>
      admin.call('POST', `${urls.flag}/flags`, {
        project: 'demo',
        key,
        type: 'boolean',
        variants: { on: true },
        defaultVariant: 'on',
        offVariant: 'on',
      }),
    found: async () => {
      const { flags } = await admin.must(
        'GET',
        `${urls.flag}/flags?project=demo&limit=500&search=written-${count}-`,
      );
      return keysOf(flags, 'key');
    },
  };
}

function segmentsOfTargeting(): Write {
  return {
    name: 'targeting',
    once: key =>
      admin.call(
        'PUT',
        `${urls.targeting}/targeting/segments/${key}?${PLACE}`,
        {
          name: key,
          included: [],
          excluded: [],
          conditions: [],
        },
      ),
    found: async () => {
      const { segments } = await admin.must(
        'GET',
        `${urls.targeting}/targeting/segments?${PLACE}`,
      );
      return keysOf(segments, 'key');
    },
  };
}

function keysOfAuth(): Write {
  return {
    name: 'auth',
    once: name =>
      admin.call('POST', `${urls.auth}/auth/keys`, {
        name,
        type: 'server',
        project: 'demo',
        environment: 'dev',
        scopes: ['evaluate'],
      }),
    found: async () => {
      const { keys } = await admin.must('GET', `${urls.auth}/auth/keys`);
      return keysOf(keys, 'name');
    },
  };
}

function aMessage(key: string) {
  return {
    id: randomUUID(),
    from: '2026-05-01T10:00:00.000Z',
    to: new Date().toISOString(),
    counters: [
      {
        project: 'demo',
        environment: 'dev',
        flag: key,
        variant: 'one',
        reason: 'STATIC',
        count: 3,
      },
    ],
    events: [],
  };
}
