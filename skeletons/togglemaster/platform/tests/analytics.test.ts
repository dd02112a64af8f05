import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ApiClient, type Json } from '@togglemaster/local';
import {
  startTestPlatform,
  until,
  type TestPlatform,
} from '@togglemaster/local/testing';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

let given: TestPlatform;
let analytics: string;
let api: ApiClient;
let sqs: SQSClient;

before(async () => {
  given = await startTestPlatform({
    visibilitySeconds: 1,
    env: {
      evaluation: { FLUSH_SECONDS: '0.2', SAMPLE_RATE: '1' },
      analytics: { POLL_SECONDS: '1' },
    },
  });
  analytics = `${given.platform.urls.analytics}/analytics`;
  api = new ApiClient({ 'x-api-key': given.key });
  sqs = new SQSClient({
    endpoint: given.platform.aws.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
after(async () => {
  sqs?.destroy();
  await given?.stop();
});

const PLACE = 'project=demo&environment=dev';
const ID = '00000000-0000-4000-8000-000000000000';
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
const send = (body: unknown) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: given.platform.aws.queueUrl,
      MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
const aMessage = (flag: string, change: object = {}) => ({
  id: randomUUID(),
  from: '2026-05-01T10:00:00.000Z',
  to: new Date().toISOString(),
  counters: [
    {
      project: 'demo',
      environment: 'dev',
      flag,
      variant: 'on',
      reason: 'STATIC',
      count: 3,
    },
  ],
  events: [],
  ...change,
});
const statsOf = async (flag: string): Promise<Json> => {
  const { flags } = await api.must(
    'GET',
    `${analytics}/stats?${PLACE}&flag=${flag}`,
  );
  return flags[0];
};
const outcomes = async () =>
  String(
    (await api.call('GET', `${given.platform.urls.analytics}/metrics`)).body,
  );

/** Until all that was evaluated before is counted. */
const quiet = async () => {
  const { platform } = given;
  await platform.service('evaluation').stop();
  await platform.startService('evaluation');
  await until('an empty queue', async () => {
    const { Attributes: left = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: platform.aws.queueUrl,
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
        ],
      }),
    );
    return Object.values(left).every(count => count === '0');
  });
  await until('evaluation to be ready', async () => {
    const { status } = await api.call(
      'GET',
      `${platform.urls.evaluation}/readyz`,
    );
    return status === 200;
  });
};

describe('evaluations', () => {
  it('are all counted, by variant and reason', async () => {
    const url = `${given.platform.urls.evaluation}/evaluate`;
    await quiet();
    const before = await statsOf('max-items');

    for (let n = 0; n < 40; n++) {
      await api.must('POST', url, {
        flag: 'max-items',
        context: { targetingKey: `user-${n}`, app: n % 2 ? '2.0.0' : '1.0.0' },
      });
    }

    const stats = await until('40 counted evaluations', async () => {
      const found = await statsOf('max-items');
      return found?.evaluations >= (before?.evaluations ?? 0) + 40 && found;
    });
    const more = (count: number, earlier = 0) => count - earlier;
    assert.equal(more(stats.variants.few, before?.variants.few), 20);
    assert.equal(more(stats.reasons.DEFAULT, before?.reasons.DEFAULT), 20);
  });

  it('are listed as events, newest first, page by page', async () => {
    const url = `${given.platform.urls.evaluation}/evaluate`;
    for (let n = 0; n < 5; n++) {
      await api.must('POST', url, {
        flag: 'theme',
        context: { targetingKey: `ação-${n}` },
      });
    }
    const list = `${analytics}/events?${PLACE}&flag=theme&limit=2`;
    await until('the events', async () => {
      const { events } = await api.must('GET', `${list.replace('=2', '=9')}`);
      return events.length === 5;
    });

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const next: string = cursor
        ? `&cursor=${encodeURIComponent(cursor)}`
        : '';
      const page = await api.must('GET', list + next);
      seen.push(...page.events.map((event: Json) => event.targetingKey));
      cursor = page.cursor;
    } while (cursor);

    assert.deepEqual(
      seen.toSorted(),
      [0, 1, 2, 3, 4].map(n => `ação-${n}`),
    );
  });

  it('end where a cursor is before the last day', async () => {
    const old = `2020-01-01T00:00:00.000Z%23${ID}`;

    const page = await api.must(
      'GET',
      `${analytics}/events?${PLACE}&cursor=${old}`,
    );

    assert.deepEqual(page, { events: [] });
  });

  it('keep what a queue does not take of a targeting key as U+FFFD', async () => {
    await api.must('POST', `${given.platform.urls.evaluation}/evaluate`, {
      flag: 'greeting',
      context: { targetingKey: 'a\uffffb\ufffec' },
    });

    const list = `${analytics}/events?${PLACE}&flag=greeting`;
    const [event] = await until('the event', async () => {
      const { events } = await api.must('GET', list);
      return events.length > 0 && events;
    });
    assert.equal(event.targetingKey, 'a\ufffdb\ufffdc');
  });

  it('answer queries', async () => {
    await send(aMessage('queried'));
    await until(
      'the message',
      async () => (await statsOf('queried'))?.evaluations,
    );

    const { rows } = await api.must('POST', `${analytics}/query`, {
      project: 'demo',
      environment: 'dev',
      where: [{ field: 'flag', in: ['queried'] }],
      groupBy: ['flag', 'variant'],
    });

    assert.deepEqual(rows, [
      { flag: 'queried', variant: 'on', evaluations: 3 },
    ]);
  });
});

describe('the consumer', () => {
  it('counts a message once that is delivered twice', async () => {
    const message = aMessage('twice');
    await send(message);
    await send(message);
    await send(aMessage('after-twice'));

    await until('a duplicate in the metrics', async () =>
      /outcome="duplicate"\} [1-9]/.test(await outcomes()),
    );
    await until('the message after', async () => statsOf('after-twice'));

    assert.equal((await statsOf('twice')).evaluations, 3);
  });

  it('goes on past what it can not read, which ends in the dead letters', async () => {
    const poison = `poison-${randomUUID()}`;
    await send(poison);
    await send({ ...aMessage('x'), counters: [{ flag: 'x', count: -1 }] });
    await send(aMessage('past-poison'));

    await until('the good message', async () => statsOf('past-poison'));
    const dead = await until(
      'the dead letter',
      () => deadLetter(poison),
      40_000,
    );

    assert.equal(dead, poison);
  });

  it('is not misled by separators in a message', async () => {
    const message = aMessage('a#b');
    await send(message);
    await send(aMessage('after-separator'));

    await until('the message after', async () => statsOf('after-separator'));

    const { flags } = await api.must('GET', `${analytics}/stats?${PLACE}`);
    assert.ok(
      !flags.some(
        (entry: Json) =>
          entry.flag.startsWith('a') &&
          entry.flag !== 'after-twice' &&
          entry.flag !== 'after-separator',
      ),
    );
  });
});

describe('a bad question', () => {
  const bad: [string, string, unknown?][] = [
    ['GET', `/stats?${PLACE}&sort=count`],
    ['GET', `/stats?${PLACE}&from=yesterday`],
    ['GET', `/stats?${PLACE}&from=2020-01-01T00:00:00Z`],
    ['GET', `/stats?${PLACE}&to=9999-12-31T00:00:00Z`],
    ['GET', `/stats?${PLACE}&from=9999-12-31T00:00:00Z`],
    ['GET', '/stats?project=demo&environment=dev%23x'],
    ['GET', `/events?${PLACE}&limit=0`],
    ['GET', `/events?${PLACE}&limit=1e9`],
    ['GET', `/events?${PLACE}&cursor=%7B%22pk%22%3A1%7D`],
    ['GET', `/events?${PLACE}&cursor=9999-12-31T0Z%23${ID}`],
    ['GET', `/events?${PLACE}&cursor=9999-12-31T00:00:00.000Z%23${ID}`],
    [
      'GET',
      `/events?${PLACE}&from=${YESTERDAY}&cursor=2020-01-01T00:00:00.000Z%23${ID}`,
    ],
    [
      'POST',
      '/query',
      {
        project: 'demo',
        environment: 'dev',
        groupBy: ['flag'],
        to: '9999-12-31T00:00:00Z',
      },
    ],
    [
      'POST',
      '/query',
      { project: 'demo', environment: 'dev', groupBy: ['pk'] },
    ],
    [
      'POST',
      '/query',
      {
        project: 'demo',
        environment: 'dev',
        groupBy: ['flag'],
        where: [{ field: 'flag', $gt: '' }],
      },
    ],
  ];
  for (const [method, path, body] of bad) {
    it(`is refused: ${method} ${path} ${JSON.stringify(body) ?? ''}`, async () => {
      const { status } = await api.call(method, `${analytics}${path}`, body);

      assert.equal(status, 400);
    });
  }
});

describe('a time that is yet to come', () => {
  it('is refused with the path of the field', async () => {
    const { body } = await api.call(
      'GET',
      `${analytics}/stats?${PLACE}&to=9999-12-31T00:00:00Z`,
    );

    assert.equal(body.errors[0].path, 'querystring/to');
  });
});

async function deadLetter(body: string): Promise<string | undefined> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: given.platform.aws.deadLetterUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 0,
    }),
  );
  return Messages.find(message => message.Body === body)?.Body;
}
