import { bundleOf } from '../testing/builders';
import {
  bundleOfVersion,
  ChangingPortal,
  emptyPlan,
  replacePlan,
  updatePlan,
} from '../testing/ChangingPortal';
import { asUser, viaScaffolder } from '../testing/people';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('a change of a resource', () => {
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

  it('plans in full and waits for somebody to confirm it, without a process', async () => {
    const resource = await changing.active();

    const { body } = await changing.change(resource).expect(202);
    const runner = await portal.runner(body.run.id);
    const job = await runner.job();
    const next = await runner.plan(updatePlan);
    const planned = await changing.run(body.run.id);
    await runner.result({ outcome: 'planned', applyStarted: false });
    const parked = await changing.run(body.run.id);

    expect(job).toMatchObject({
      phase: 'plan',
      review: 'full',
      variables: { versioning: true },
      tags: { 'terrastage:run-id': resource.run!.id },
      state: { expectation: { kind: 'known', serial: 1 } },
    });
    expect(next).toBe('exit');
    expect(planned).toMatchObject({
      status: 'planned',
      actions: { decide: false },
    });
    expect(parked).toMatchObject({
      status: 'awaiting_approval',
      actions: { decide: true },
      decideBy: expect.any(String),
    });
  });

  it('is what the resource is only after the apply', async () => {
    const resource = await changing.active();
    const { run } = await changing.parked(resource);
    const before = await changing.resource(resource.id);

    await changing
      .decide('confirm', run.id, { planDigest: updatePlan.digest })
      .expect(202);
    const runner = await portal.runner(run.id, 2);
    const job = await runner.job();
    await changing.applied(run.id);
    const after = await changing.resource(resource.id);

    expect(before).toMatchObject({
      status: 'updating',
      inputs: { bucket_name: resource.name },
      parameters: { versions: 'keep' },
    });
    expect(job).toMatchObject({
      phase: 'apply',
      approvedPlanDigest: updatePlan.digest,
      attempt: 2,
    });
    expect(after).toMatchObject({
      status: 'active',
      inputs: { bucket_name: resource.name, versioning: true },
      parameters: { versions: 'expire' },
      actions: { change: true },
    });
    expect(await changing.run(run.id)).toMatchObject({
      status: 'applied',
      decision: { type: 'confirmed', by: 'user:default/ana' },
    });
  });

  it('leaves the resource as it was when its apply fails', async () => {
    const resource = await changing.active();
    const { run } = await changing.parked(resource);
    await changing.decide('confirm', run.id, { planDigest: updatePlan.digest });

    await changing.fail(run.id, 2);

    expect(await changing.resource(resource.id)).toMatchObject({
      status: 'active',
      inputs: resource.inputs,
      parameters: resource.parameters,
    });
  });

  it('that changes nothing in AWS needs no confirmation, says so, and is recorded', async () => {
    const resource = await changing.active();
    const { body } = await changing
      .change(resource, { description: 'Receipts', costCenter: 'CC-1001' })
      .expect(202);
    const runner = await portal.runner(body.run.id);

    const next = await runner.plan(emptyPlan);
    await runner.applying();
    await runner.result();

    expect(next).toBe('apply');
    expect(await changing.run(body.run.id)).toMatchObject({
      status: 'applied',
    });
    expect(await changing.resource(resource.id)).toMatchObject({
      description: 'Receipts',
    });
    const events = await portal.get(
      `/runs/${body.run.id}/events`,
      asUser('ana'),
    );
    expect(events.body.items).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('nothing to confirm'),
      }),
    );
  });

  it.each([
    ['name', { name: 'another-name' }, "name: is 'bucket-"],
    ['environment', { environment: 'prod' }, "environment: is 'dev'"],
    ['owner', { owner: 'user:default/ana' }, "owner: is 'group:default/pay"],
    ['type', { type: 'queue' }, "type: is 's3-bucket'"],
    ['variable', { variables: { size: 1 } }, 'variables.size: is not'],
    ['cost centre', { costCenter: 'CC-0' }, "costCenter: 'CC-0' is not"],
  ])(
    'with another or a wrong %s is refused, by the field',
    async (_, overrides, message) => {
      const resource = await changing.active();

      const { status, body } = await changing.change(resource, overrides);

      expect(status).toBe(400);
      expect(body.error.message).toContain(message);
      expect(await changing.resource(resource.id)).toMatchObject({
        run: { id: resource.run!.id },
      });
    },
  );

  it.each([
    ['a user without the scaffolder', asUser('ana'), 403],
    ['another plugin for a user', viaScaffolder('ana', 'plugin:mcp'), 403],
    ['another team', viaScaffolder('bob'), 404],
    ['an admin', viaScaffolder('pia'), 202],
  ])('by %s', async (_, authorization, status) => {
    const resource = await changing.active();

    const response = await changing.change(resource, {}, authorization);

    expect(response.status).toBe(status);
  });

  it('is refused while another run is active, with the way to it', async () => {
    const resource = await changing.active();
    const { run } = await changing.parked(resource);

    const { body, status } = await changing.change(resource);

    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      runId: run.id,
      message: expect.stringContaining('confirm or discard its plan'),
    });
  });

  it('asked for twice with one key is one run', async () => {
    const resource = await changing.active();
    const ask = (note: string) =>
      changing
        .change(resource, { description: note })
        .set('Idempotency-Key', `change-${resource.id}`);

    const first = await ask('one').expect(202);
    const second = await ask('one').expect(202);
    const other = await ask('two');

    expect(second.body.run.id).toBe(first.body.run.id);
    expect(other.status).toBe(422);
  });

  it('of what was destroyed is refused', async () => {
    const resource = await changing.active();
    const { body } = await portal.post(
      `/resources/${resource.id}/destroy`,
      asUser('ana'),
    );
    await (await portal.runner(body.run.id)).apply();

    const { status } = await changing.change(resource);

    expect(status).toBe(409);
  });

  it('with files of another version says so, and is that version then', async () => {
    const resource = await changing.active();
    const { body } = await changing
      .change(resource, {
        bundle: bundleOfVersion('1.3.0'),
        templateCommit: 'a'.repeat(40),
      })
      .expect(202);
    await changing.park(body.run.id);
    await changing.decide('confirm', body.run.id, {
      planDigest: updatePlan.digest,
    });
    await changing.applied(body.run.id);

    expect(body.run.versions).toEqual({ from: '1.2.3', to: '1.3.0' });
    expect(await changing.resource(resource.id)).toMatchObject({
      templateVersion: '1.3.0',
      templateCommit: 'a'.repeat(40),
      bundleDigest: body.run.bundleDigest,
    });
  });

  it('of a retired template goes by the files that the resource was made from', async () => {
    const resource = await changing.active();
    const retired = bundleOfVersion(
      '2.0.0',
      'retired: { since: 2.0.0, message: Use the new buckets }\n',
    );

    const { body } = await changing
      .change(resource, { bundle: retired })
      .expect(202);
    const refused = await portal.post('/resources', viaScaffolder('ana'), {
      ...changing.request(resource),
      name: 'new-of-retired',
      variables: { bucket_name: 'new-of-retired' },
      bundle: retired,
    });

    expect(body.run.bundleDigest).toBe(resource.bundleDigest);
    expect(refused.status).toBe(422);
    expect(refused.body.error.message).toContain('Use the new buckets');
  });

  describe('that waits', () => {
    it('is not confirmed by the digest of another plan', async () => {
      const { run } = await changing.parked(await changing.active());

      const { status, body } = await changing.decide('confirm', run.id, {
        planDigest: 'e'.repeat(64),
      });

      expect(status).toBe(409);
      expect(body.error.message).toContain('another plan');
      expect(await changing.run(run.id)).toMatchObject({
        status: 'awaiting_approval',
      });
    });

    it('and replaces something is confirmed only with the name of the resource', async () => {
      const resource = await changing.active();
      const { run } = await changing.parked(resource, replacePlan);
      const confirm = (name?: string) =>
        changing.decide('confirm', run.id, {
          planDigest: replacePlan.digest,
          name,
        });

      const without = await confirm();
      const wrong = await confirm('bucket');
      const right = await confirm(resource.name);

      expect([without.status, wrong.status, right.status]).toEqual([
        400, 400, 202,
      ]);
      expect(without.body.error.message).toContain('name: this plan replaces');
    });

    it('confirmed twice is applied once', async () => {
      const { run } = await changing.parked(await changing.active());
      const body = { planDigest: updatePlan.digest };

      await changing.decide('confirm', run.id, body).expect(202);
      await changing.decide('confirm', run.id, body).expect(202);
      await changing.applied(run.id);
      const late = await changing.decide('discard', run.id, {});

      expect(late.status).toBe(409);
      expect(await changing.run(run.id)).toMatchObject({ attempt: 2 });
    });

    it('is discarded with a note, and nothing has changed', async () => {
      const resource = await changing.active();
      const { run } = await changing.parked(resource);

      await changing
        .decide('discard', run.id, { note: 'Not before the audit' })
        .expect(202);

      expect(await changing.run(run.id)).toMatchObject({
        status: 'discarded',
        decision: {
          type: 'discarded',
          by: 'user:default/ana',
          note: 'Not before the audit',
        },
        actions: { retry: true, decide: false },
      });
      expect(await changing.resource(resource.id)).toMatchObject({
        status: 'active',
        inputs: resource.inputs,
      });
    });

    it.each([
      ['another team', 'bob', 404],
      ['an admin', 'pia', 202],
    ] as const)('is decided on by %s', async (_, user, status) => {
      const { run } = await changing.parked(await changing.active());

      const response = await changing.decide('discard', run.id, {}, user);

      expect(response.status).toBe(status);
    });

    it('can be canceled after it was confirmed, before its runner applies', async () => {
      const { run } = await changing.parked(await changing.active());
      await changing.decide('confirm', run.id, {
        planDigest: updatePlan.digest,
      });
      const runner = await portal.runner(run.id, 2);

      await portal.post(`/runs/${run.id}/cancel`, asUser('ana')).expect(202);
      const applying = await runner.post('applying', {});
      await runner.result({ outcome: 'canceled', applyStarted: false });

      expect(applying.status).toBe(409);
      expect(await changing.run(run.id)).toMatchObject({ status: 'canceled' });
    });

    it('has fenced the runner that planned', async () => {
      const { run } = await changing.parked(await changing.active());
      const planner = await portal.runner(run.id, 1);
      await changing.decide('confirm', run.id, {
        planDigest: updatePlan.digest,
      });
      await portal.runner(run.id, 2);

      const response = await planner.post('applying', {});

      expect(response.status).toBe(409);
    });
  });

  it('of a first apply needs no confirmation', async () => {
    const { run } = await portal.create({
      name: 'at-once',
      bundle: bundleOf(),
    });
    const runner = await portal.runner(run.id);

    expect(await runner.plan()).toBe('apply');
  });
});
