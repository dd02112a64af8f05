import { appliedResult } from '../testing/builders';
import { ChangingPortal, updatePlan } from '../testing/ChangingPortal';
import { asUser } from '../testing/people';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('a retry', () => {
  let portal: TestPortal;
  let changing: ChangingPortal;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, runs: { maxConcurrent: 50 } });
    changing = new ChangingPortal(portal);
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const retry = (
    runId: string,
    body: object = {},
    authorization = asUser('ana'),
  ) => portal.post(`/runs/${runId}/retry`, authorization, body);

  it('of a first apply that failed makes the resource, without a confirmation', async () => {
    const { resource, run } = await changing.failed();
    const failed = await changing.run(run.id);

    const { body } = await retry(run.id).expect(202);
    await (await portal.runner(body.run.id)).apply();

    expect(failed.actions).toEqual({ decide: false, retry: true });
    expect(body.run).toMatchObject({
      retryOf: run.id,
      bundleDigest: run.bundleDigest,
      operation: 'apply',
    });
    expect(await changing.resource(resource.id)).toMatchObject({
      status: 'active',
    });
  });

  it('of a change that failed plans it again and waits again', async () => {
    const resource = await changing.active();
    const { run } = await changing.parked(resource);
    await changing.decide('confirm', run.id, { planDigest: updatePlan.digest });
    await changing.fail(run.id, 2);

    const { body } = await retry(run.id).expect(202);
    await changing.park(body.run.id);

    expect(await changing.run(body.run.id)).toMatchObject({
      status: 'awaiting_approval',
    });
    await changing.decide('confirm', body.run.id, {
      planDigest: updatePlan.digest,
    });
    await changing.applied(body.run.id);
    expect(await changing.resource(resource.id)).toMatchObject({
      inputs: { versioning: true },
    });
  });

  it('of a destroy that failed destroys', async () => {
    const resource = await changing.active();
    const { body: destroy } = await portal.post(
      `/resources/${resource.id}/destroy`,
      asUser('ana'),
    );
    await changing.fail(destroy.run.id);

    const current = await retry(destroy.run.id, { bundle: 'current' });
    const { body } = await retry(destroy.run.id).expect(202);
    await (
      await portal.runner(body.run.id)
    ).apply({
      ...appliedResult,
      outputs: {},
    });

    expect(current.status).toBe(400);
    expect(current.body.error.message).toContain('bundle: a destroy goes by');
    expect(await changing.resource(resource.id)).toMatchObject({
      status: 'deleted',
    });
  });

  it('of a run that was canceled starts it anew', async () => {
    const { run } = await portal.create({ name: 'canceled-once' });
    const runner = await portal.runner(run.id);
    await portal.post(`/runs/${run.id}/cancel`, asUser('ana'));
    await runner.result({ outcome: 'canceled', applyStarted: false });

    const { status } = await retry(run.id);

    expect(status).toBe(202);
  });

  it('asked for twice with one key is one run; without a key the second is in its way', async () => {
    const { run } = await changing.failed();
    const ask = () => retry(run.id).set('Idempotency-Key', `retry-${run.id}`);

    const first = await ask().expect(202);
    const second = await ask().expect(202);
    const third = await retry(run.id);

    expect(second.body.run.id).toBe(first.body.run.id);
    expect(third.status).toBe(409);
    expect(third.body.error.runId).toBe(first.body.run.id);
  });

  it('is refused for a run that needs attention', async () => {
    const { run } = await portal.create({ name: 'lost-its-state' });
    const runner = await portal.runner(run.id);
    await runner.plan();
    await runner.applying();
    await runner.result({
      outcome: 'failed',
      applyStarted: true,
      savedState: 's3://states/errored.tfstate',
    });

    const { status, body } = await retry(run.id);

    expect(status).toBe(409);
    expect(body.error.message).toContain('needs attention');
    expect((await changing.run(run.id)).actions.retry).toBe(false);
  });

  it.each(['applied', 'pending'] as const)(
    'is refused for a run that is %s',
    async status => {
      const { run } = await portal.create({ name: `never-again-${status}` });
      if (status === 'applied') {
        await (await portal.runner(run.id)).apply();
      }

      const response = await retry(run.id);

      expect(response.status).toBe(409);
      expect(response.body.error.message).toContain('nothing to try again');
    },
  );

  it('is refused for a run that is not the last one', async () => {
    const { run } = await changing.failed();
    const { body } = await retry(run.id);
    await changing.fail(body.run.id);

    const { status, body: refused } = await retry(run.id);

    expect(status).toBe(409);
    expect(refused.error.message).toContain(`Run ${body.run.id} came after`);
  });

  it.each([
    ['another team', asUser('bob'), 404],
    ['an admin', asUser('pia'), 202],
  ])('by %s', async (_, authorization, status) => {
    const { run } = await changing.failed();

    const response = await retry(run.id, {}, authorization);

    expect(response.status).toBe(status);
  });

  it('with the current files takes those that the scaffolder has published last', async () => {
    const { resource, run } = await changing.failed();
    const early = await retry(run.id, { bundle: 'current' });
    const { body: published } = await changing.publish('1.4.0').expect(200);

    const { body } = await retry(run.id, { bundle: 'current' }).expect(202);
    await (await portal.runner(body.run.id)).apply();

    expect(early.status).toBe(409);
    expect(early.body.error.message).toContain('no current version');
    expect(body.run).toMatchObject({
      bundleDigest: published.bundleDigest,
      versions: { from: '1.2.3', to: '1.4.0' },
    });
    expect(await changing.resource(resource.id)).toMatchObject({
      templateVersion: '1.4.0',
      templateCommit: 'f'.repeat(40),
    });
  });
});
