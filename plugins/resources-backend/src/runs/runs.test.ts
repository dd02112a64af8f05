import {
  ResourcesClient,
  type RunEvent,
} from '@terrastage/plugin-resources-common';
import { eventually } from '../testing/eventually';
import { asService, asUser } from '../testing/people';
import {
  launcherKinds,
  SILENT,
  startRunnerPlace,
  type RunnerPlace,
} from '../testing/RunnerPlace';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';
import type { TestRunner } from '../testing/TestRunner';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe.each(launcherKinds)('runs (%s)', kind => {
  let portal: TestPortal;
  let twin: TestPortal;
  let place: RunnerPlace;
  let count = 0;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    place = await startRunnerPlace(kind, SILENT);
    const options = { knex, ...place.options, runs: { maxConcurrent: 3 } };
    portal = await TestPortal.start(options);
    // A second portal on the same database.
    twin = await TestPortal.start({ ...options, runsDir: portal.runsDir });
  });

  afterAll(async () => {
    await Promise.all([portal.stop(), twin.stop()]);
    await place.stop(portal);
  });

  const start = async () => {
    count += 1;
    const started = await portal.create({ name: `bucket-${count}` });
    return { ...started, runner: await place.runner(portal, started.run.id) };
  };

  const read = async (id: string) =>
    (await portal.get(`/runs/${id}`, asUser('ana'))).body;

  const cancel = (id: string, authorization = asUser('ana')) =>
    portal.post(`/runs/${id}/cancel`, authorization);

  const end = (runner: TestRunner) =>
    runner.result({ outcome: 'canceled', applyStarted: false });

  describe('cancel', () => {
    it('ends a run that waits, at once', async () => {
      const running = [await start(), await start(), await start()];
      const waiting = await portal.create({ name: 'waits' });
      const behind = await portal.create({ name: 'waits-behind' });

      const second = await read(behind.run.id);
      const { body } = await cancel(waiting.run.id).expect(202);
      const first = await read(behind.run.id);

      expect(second.queuePosition).toBe(2);
      expect(first.queuePosition).toBe(1);
      expect(body).toMatchObject({
        status: 'canceled',
        cancelRequestedBy: 'user:default/ana',
        cancelable: false,
      });
      await cancel(behind.run.id).expect(202);
      await Promise.all(running.map(({ runner }) => end(runner)));
    });

    it('is told to a runner that plans by its next heartbeat', async () => {
      const { run, runner } = await start();
      const before = await runner.say();

      const { body } = await cancel(run.id).expect(202);
      const after = await runner.say();
      await cancel(run.id).expect(202);
      await end(runner);

      expect(before.cancelRequested).toBe(false);
      expect(body).toMatchObject({ status: 'planning', cancelable: false });
      expect(after.cancelRequested).toBe(true);
      expect(await read(run.id)).toMatchObject({ status: 'canceled' });
    });

    it('between plan and apply keeps the apply from beginning', async () => {
      const { run, runner } = await start();
      await runner.plan();
      await cancel(run.id).expect(202);

      const applying = await runner.post('applying', {});
      await end(runner);

      expect(applying.status).toBe(409);
      expect(await read(run.id)).toMatchObject({ status: 'canceled' });
    });

    it('while it plans lets the plan be the last thing that it does', async () => {
      const { run, runner } = await start();
      await cancel(run.id).expect(202);

      const verdict = await runner.plan();
      await runner.result({ outcome: 'planned', applyStarted: false });

      expect(verdict).toBe('exit');
      expect(await read(run.id)).toMatchObject({ status: 'canceled' });
    });

    it('in an apply leaves a resource that is not whole', async () => {
      const { run, runner, resource } = await start();
      await runner.plan();
      await runner.applying();
      await cancel(run.id).expect(202);
      expect((await runner.say()).cancelRequested).toBe(true);

      await runner.result({ outcome: 'canceled', applyStarted: true });

      expect(await read(run.id)).toMatchObject({ status: 'canceled' });
      const { body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      expect(body).toMatchObject({
        status: 'failed',
        actions: { destroy: true },
      });
    });

    it.each([
      ['another team', asUser('bob'), 404],
      ['a service', asService('plugin:catalog'), 403],
      ['an admin', asUser('pia'), 202],
      ['the scaffolder', asService('plugin:scaffolder'), 202],
    ])('by %s', async (_, authorization, status) => {
      const { run, runner } = await start();

      const response = await cancel(run.id, authorization);
      await end(runner);

      expect(response.status).toBe(status);
    });

    it('of a run that is over is a conflict', async () => {
      const { run, runner } = await start();
      await runner.apply();

      const { status, body } = await cancel(run.id);

      expect(status).toBe(409);
      expect(body.error.message).toContain('is over: it is applied');
    });
  });

  describe('GET /runs/{id}/events', () => {
    const clientOf = ({ url }: TestPortal) =>
      new ResourcesClient({
        discoveryApi: { getBaseUrl: async () => url.replace(/\/v1$/, '') },
        fetchApi: {
          fetch: async (input, init) => {
            const request = new Request(input, init);
            request.headers.set('authorization', asUser('ana'));
            return fetch(request);
          },
        },
      });

    const follow = (id: string, after = 0, from = portal) => {
      const events: RunEvent[] = [];
      const done = (async () => {
        for await (const event of clientOf(from).followRunEvents(id, after)) {
          events.push(event as RunEvent);
        }
      })();
      return { events, done };
    };

    const describeEvent = (event: RunEvent) => {
      if (event.type === 'log') return event.message;
      return event.type === 'status' ? event.status : event.type;
    };

    const log = (message: string) =>
      ({ type: 'log', source: 'terraform', level: 'info', message } as const);

    it('streams what was, then what comes, to the end', async () => {
      const { run, runner } = await start();
      await runner.say(log('one'));
      const { events, done } = follow(run.id);
      await eventually(async () => expect(events).toHaveLength(3));

      await runner.say(log('two'));
      await runner.apply();
      await done;

      expect(events.map(describeEvent)).toEqual([
        'pending',
        'planning',
        'one',
        'two',
        'plan',
        'planned',
        'applying',
        'applied',
      ]);
    });

    it('goes on behind an event, and reaches those who ask another portal', async () => {
      const { run, runner } = await start();
      const { events, done } = follow(run.id, 2, twin);

      await runner.say(log('far away'));
      await eventually(async () => expect(events).toHaveLength(1));
      await runner.at(twin).apply();
      await done;

      expect(events[0]).toMatchObject({ seq: 3, message: 'far away' });
      expect(events.at(-1)).toMatchObject({ status: 'applied' });
    });

    it('believes Last-Event-ID over the address', async () => {
      const { run, runner } = await start();
      await runner.apply();

      const { text, headers } = await portal
        .get(`/runs/${run.id}/events?after=1`, asUser('ana'))
        .set('accept', 'text/event-stream')
        .set('last-event-id', '5');

      expect(headers['content-type']).toBe('text/event-stream');
      expect(text).toMatch(
        /^id: 6\ndata: \{.*"status":"applied".*\}\n\nevent: end\ndata: \{"status":"applied"\}\n\n$/,
      );
    });

    it('gives a page as JSON', async () => {
      const { run, runner } = await start();
      const page = async (after: string) =>
        (
          await portal.get(
            `/runs/${run.id}/events?after=${after}`,
            asUser('ana'),
          )
        ).body;

      const open = await page('1');
      await end(runner);
      const over = await page('2');

      expect(open).toEqual({
        items: [expect.objectContaining({ seq: 2, status: 'planning' })],
        end: false,
      });
      expect(over).toEqual({
        items: [expect.objectContaining({ seq: 3, status: 'canceled' })],
        end: true,
      });
    });

    it('refuses a stream as it refuses a page', async () => {
      const { run, runner } = await start();
      const ask = (query: string, authorization: string) =>
        portal
          .get(`/runs/${run.id}/events${query}`, authorization)
          .set('accept', 'text/event-stream');

      const answers = await Promise.all([
        ask('', asUser('bob')),
        ask('?after=-1', asUser('ana')),
        ask('?after=1e400', asUser('ana')),
        ask('?from=1', asUser('ana')),
      ]);
      await end(runner);

      expect(answers.map(({ status }) => status)).toEqual([404, 400, 400, 400]);
    });
  });
});
