import { randomUUID } from 'node:crypto';
import type { RunnerEventBody } from '@terrastage/terraform-runner/protocol';
import { jobSchema } from '@terrastage/terraform-runner/protocol';
import { appliedResult, planResult, summary } from '../testing/builders';
import { asService, asUser, viaScaffolder } from '../testing/people';
import { createRequest } from '../testing/builders';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('runner API', () => {
  let db: TestDatabase;
  let portal: TestPortal;
  let count = 0;

  beforeAll(async () => {
    db = await newDatabase();
    portal = await TestPortal.start({
      knex: db.knex,
      runs: { maxConcurrent: 50, deadline: '30m', lockTimeout: '1m' },
    });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const start = async () => {
    count += 1;
    const started = await portal.create({ name: `bucket-${count}` });
    return { ...started, runner: await portal.runner(started.run.id) };
  };

  const readRun = async (id: string) =>
    (await portal.get(`/runs/${id}`, asUser('ana'))).body;

  const readEvents = async (id: string) =>
    (await portal.get(`/runs/${id}/events`, asUser('ana'))).body.items;

  const log = (message: string): RunnerEventBody => ({
    type: 'log',
    source: 'terraform',
    level: 'info',
    message,
  });

  describe('tokens', () => {
    it('answers every other token with the same 401', async () => {
      const one = await start();
      const other = await start();
      const tokens = [
        other.runner.token,
        `${one.runner.token}x`,
        'mock-user-token:{"sub":"user:default/pia"}',
        'mock-service-token',
        'eyJhbGciOiJub25lIn0.e30.',
      ];

      const answers = await Promise.all([
        ...tokens.map(token => one.runner.get('job', token)),
        ...tokens.map(token => one.runner.post('result', appliedResult, token)),
        ...[randomUUID(), "x'", '..'].map(id =>
          portal.get(
            `/runner/runs/${id}/attempts/1/job`,
            `Bearer ${one.runner.token}`,
          ),
        ),
        ...['2', '0', '-1', '99999999999999'].map(attempt =>
          portal.get(
            `/runner/runs/${one.run.id}/attempts/${attempt}/job`,
            `Bearer ${one.runner.token}`,
          ),
        ),
        portal.get(`/runner/runs/${one.run.id}/attempts/1/job`, ''),
      ]);

      const told = answers
        // An address with `..` in it never gets this far.
        .filter(({ status }) => status !== 404)
        .map(({ status, body }) => ({ status, error: body.error }));
      expect(told.length).toBeGreaterThan(14);
      expect(new Set(told.map(each => JSON.stringify(each))).size).toBe(1);
      expect(told[0].status).toBe(401);
    });

    it('counts for nothing outside', async () => {
      const { runner, run } = await start();
      const authorization = `Bearer ${runner.token}`;

      const answers = await Promise.all([
        portal.get(`/runs/${run.id}`, authorization),
        portal.get('/resources', authorization),
        portal.post(`/runs/${run.id}/cancel`, authorization),
        portal.post('/resources', authorization, createRequest()),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    });

    it('is in the database as a hash alone', async () => {
      const { runner, run } = await start();

      const tables = await Promise.all(
        ['run_attempts', 'runs', 'resources', 'run_events'].map(table =>
          db.knex(table),
        ),
      );

      expect(JSON.stringify(tables)).toContain(run.id);
      expect(JSON.stringify(tables)).not.toContain(runner.token);
    });
  });

  it('hands out a job that the protocol knows, and the bundle by its digest', async () => {
    const { runner, run, resource } = await start();

    const job = await runner.job();
    const { body: bundle } = await runner.get('bundle').expect(200);

    expect(jobSchema.parse(job)).toEqual(job);
    expect(job).toMatchObject({
      runId: run.id,
      attempt: 1,
      operation: 'apply',
      phase: 'plan',
      review: 'summary',
      bundle: { digest: run.bundleDigest },
      tags: {
        'terrastage:resource-id': resource.id,
        'terrastage:run-id': run.id,
      },
      aws: { region: 'us-east-1', account: '123456789012' },
      runPrefix: `runs/${run.id}/`,
      limits: {
        deadlineSeconds: 1800,
        graceSeconds: 2,
        lockTimeoutSeconds: 60,
      },
    });
    expect(bundle.digest).toBe(run.bundleDigest);
    expect(bundle.files.map(({ path }: { path: string }) => path)).toEqual([
      'main.tf',
      'terrastage.yaml',
    ]);
  });

  describe('events', () => {
    it('are stored once, in order, up to the first gap', async () => {
      const { runner, run } = await start();
      const time = '2026-01-01T00:00:00.000Z';
      const event = (seq: number) => ({ ...log(`line ${seq}`), seq, time });
      const send = async (...seqs: number[]) =>
        (await runner.post('events', { events: seqs.map(event) })).body
          .acceptedThrough;

      expect(await send(2)).toBe(0);
      expect(await send(1, 2, 3, 5)).toBe(3);
      expect(await send(1, 2, 3)).toBe(3);
      expect(await Promise.all([send(4, 5), send(4, 5)])).toEqual([5, 5]);

      const events = await readEvents(run.id);
      expect(events.map(({ seq }: { seq: number }) => seq)).toEqual(
        events.map((_: unknown, index: number) => index + 1),
      );
      expect(
        events.flatMap((e: { message?: string }) => e.message ?? []),
      ).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'line 5']);
    });

    it('bring the run’s steps and progress up to date', async () => {
      const { runner, run } = await start();
      const progress = {
        done: 1,
        total: 2,
        current: [
          {
            address: 'aws_s3_bucket.this',
            action: 'create' as const,
            since: '2026-01-01T00:00:00.000Z',
          },
        ],
      };

      await runner.say(
        { type: 'step', step: 'init', status: 'started' },
        { type: 'step', step: 'init', status: 'finished', durationMs: 7 },
        { type: 'step', step: 'plan', status: 'started' },
        { type: 'progress', ...progress },
      );

      expect(await readRun(run.id)).toMatchObject({
        progress,
        steps: [
          { step: 'init', status: 'finished', durationMs: 7 },
          { step: 'plan', status: 'started' },
        ],
      });
    });

    it('may hold what PostgreSQL can’t', async () => {
      const { runner, run } = await start();

      await runner.say(log('a\0b\ud800c'));

      const events = await readEvents(run.id);
      expect(events.at(-1).message).toBe('a\ufffdb\ufffdc');
    });

    it('put the plan in full beside the run, without what is sensitive', async () => {
      const { runner, run } = await start();
      const change = {
        address: 'a.b',
        type: 'a',
        name: 'b',
        providerName: 'p',
        action: 'update' as const,
        attributes: [
          { path: 'size', before: 1, after: 2 },
          {
            path: 'password',
            before: 'old-secret',
            after: 'new-secret',
            beforeSensitive: true,
            afterSensitive: true,
          },
        ],
      };

      await runner.say({
        type: 'plan_detail',
        plan: {
          terraformVersion: '1.11.4',
          formatVersion: '1.2',
          changes: [change],
          outputs: [],
          drift: [change],
        },
      });

      const { plan } = await readRun(run.id);
      expect(plan.changes[0].attributes).toEqual([
        { path: 'size', before: 1, after: 2 },
        { path: 'password', beforeSensitive: true, afterSensitive: true },
      ]);
      expect(JSON.stringify(await db.knex('runs'))).not.toContain('-secret');
      expect((await readEvents(run.id)).at(-1)).toMatchObject({
        type: 'plan_detail',
      });
    });

    it.each([
      ['an unknown type', { type: 'shout', seq: 1 }],
      ['a number that is none', { type: 'log', seq: '1' }],
    ])('with %s get 400', async (_, event) => {
      const { runner } = await start();

      const response = await runner.post('events', { events: [event] });

      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain('events[0]');
    });
  });

  describe('plan', () => {
    it('goes on to the apply, and answers the same again', async () => {
      const { runner, run } = await start();

      const verdicts = [await runner.plan(), await runner.plan()];
      await runner.applying();
      await runner.applying();
      verdicts.push(await runner.plan());

      expect(verdicts).toEqual(['apply', 'apply', 'apply']);
      expect(await readRun(run.id)).toMatchObject({
        status: 'applying',
        planDigest: planResult.digest,
        summary,
      });
    });

    it('refuses another plan once there is one', async () => {
      const { runner } = await start();
      await runner.plan();

      const response = await runner.post('plan', {
        ...planResult,
        digest: 'b'.repeat(64),
      });

      expect(response.status).toBe(409);
    });

    it('ends a run that was only to plan', async () => {
      const { body } = await portal.post(
        '/plans',
        viaScaffolder('ana'),
        createRequest({ name: 'only-planned' }),
      );
      const runner = await portal.runner(body.run.id);

      const job = await runner.job();
      const verdict = await runner.plan();
      await runner.result({ outcome: 'planned', applyStarted: false });

      expect(job.review).toBe('full');
      expect(verdict).toBe('exit');
      expect(await readRun(body.run.id)).toMatchObject({
        status: 'planned_and_finished',
      });
      const resource = await portal.get(
        `/resources/${body.resource.id}`,
        asService('plugin:scaffolder'),
      );
      expect(resource.body.status).toBe('draft');
    });

    it('is not applied without having been planned', async () => {
      const { runner } = await start();

      const { status } = await runner.post('applying', {});

      expect(status).toBe(409);
    });
  });

  describe('result', () => {
    it('ends the run and brings the inventory up to date, once', async () => {
      const { runner, run, resource } = await start();
      await runner.apply({ ...appliedResult, usage: { maxRssBytes: 7e8 } });
      const before = await readEvents(run.id);

      await runner.result({ outcome: 'failed', applyStarted: true });

      expect(await readEvents(run.id)).toEqual(before);
      expect(await readRun(run.id)).toMatchObject({
        status: 'applied',
        usage: { maxRssBytes: 7e8 },
        finishedAt: expect.any(String),
      });
      const { body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      expect(body).toMatchObject({
        status: 'active',
        managed: appliedResult.state.managed,
        state: { serial: 1, versionId: 'v1', terraformVersion: '1.11.4' },
      });
    });

    it('keeps what a failed apply left in the state', async () => {
      const { runner, run, resource } = await start();
      const failure = { code: 'apply_failed', message: 'AWS said no' };
      await runner.apply({
        outcome: 'failed',
        applyStarted: true,
        failure,
        state: appliedResult.state,
      });

      const { body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );

      expect(await readRun(run.id)).toMatchObject({
        status: 'failed',
        failure,
      });
      expect(body).toMatchObject({
        status: 'failed',
        managed: appliedResult.state.managed,
        actions: { destroy: true },
      });
    });

    it.each([
      [{ outcome: 'failed', savedState: 's3://states/x/errored.tfstate' }],
      [{ outcome: 'canceled', savedState: 's3://states/x/errored.tfstate' }],
      [
        {
          outcome: 'failed',
          failure: {
            code: 'state_not_saved',
            message: 'killed; nothing like s3://states/x/errored.tfstate',
          },
        },
      ],
    ])('needs attention when a state could not be saved: %j', async end => {
      const { runner, run, resource } = await start();
      await runner.apply({
        ...end,
        applyStarted: true,
      });

      const { body } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );

      expect(await readRun(run.id)).toMatchObject({
        status: 'needs_attention',
        failure: {
          message: expect.stringContaining('s3://states/x/errored.tfstate'),
        },
      });
      expect(body.status).toBe('needs_attention');
    });

    it('says so when a runner failed without a word', async () => {
      const { runner, run } = await start();

      await runner.result({ outcome: 'failed', applyStarted: false });

      expect((await readRun(run.id)).failure).toMatchObject({
        code: 'internal',
        message: expect.stringContaining('its log may tell'),
      });
    });

    it('is refused when it doesn’t fit', async () => {
      const { runner } = await start();

      const { status, body } = await runner.post('result', appliedResult);

      expect(status).toBe(409);
      expect(body.error.message).toContain('planning');
    });

    it('closes the run to everything else', async () => {
      const { runner } = await start();
      await runner.apply();

      const answers = await Promise.all([
        runner.get('job'),
        runner.get('bundle'),
        runner.post('events', { events: [] }),
        runner.post('plan', planResult),
        runner.post('applying', {}),
      ]);

      expect(answers.map(({ status }) => status)).toEqual([
        409, 409, 409, 409, 409,
      ]);
    });
  });

  it('fences an attempt once a higher one exists', async () => {
    const { runner, run } = await start();
    await db.knex('runs').where({ id: run.id }).update({ attempt: 2 });

    const answers = await Promise.all([
      runner.get('job'),
      runner.get('bundle'),
      runner.post('events', { events: [] }),
      runner.post('plan', planResult),
      runner.post('applying', {}),
      runner.post('result', appliedResult),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(409));
    expect(answers[0].body.error.message).toContain('fenced by attempt 2');
    expect(await readRun(run.id)).toMatchObject({ status: 'planning' });
  });
});
