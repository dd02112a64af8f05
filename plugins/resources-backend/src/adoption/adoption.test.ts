import type {
  CreateResourceRequest,
  RunDetail,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import {
  appliedResult,
  bundleOf,
  createRequest,
  MANIFEST,
  stateRecord,
  summary,
} from '../testing/builders';
import { ChangingPortal } from '../testing/ChangingPortal';
import { asUser, viaScaffolder, type UserName } from '../testing/people';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const ADOPTS = `
adopt:
  title: name
  id: { type: string, description: the name of a bucket, pattern: '^[a-z0-9.-]+$' }
  variable: bucket_name
  output: bucket_name
  imports:
    - { to: aws_s3_bucket.this, id: '{id}' }
    - { to: 'aws_s3_bucket_versioning.this[0]', id: '{id}' }
`;

const address = 'aws_s3_bucket.this';
const change = {
  address,
  type: 'aws_s3_bucket',
  name: 'this',
  action: 'update',
  imported: true,
};

/** The plan of an adoption that its owner may make. */
const plan = {
  digest: 'a'.repeat(64),
  summary: { ...summary, create: 0, update: 1, import: 1, changes: [change] },
  detail: {
    terraformVersion: '1.11.4',
    formatVersion: '1.2',
    changes: [
      {
        ...change,
        providerName: 'aws',
        attributes: [
          {
            path: 'tags["terrastage:adopt"]',
            before: 'group:default/payments',
          },
        ],
      },
    ],
    outputs: [],
    drift: [],
  },
};

describe('an adoption', () => {
  let portal: TestPortal;
  let changing: ChangingPortal;
  let count = 0;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, runs: { maxConcurrent: 50 } });
    changing = new ChangingPortal(portal);
  });

  afterAll(async () => {
    await portal?.stop();
    await portal?.killRunners();
  });

  const newName = () => {
    count += 1;
    return `by-hand-${count}`;
  };

  const ask = (
    id: string,
    overrides: Partial<CreateResourceRequest> = {},
    { user = 'ana' as UserName, route = '/resources' } = {},
  ) =>
    portal.post(route, viaScaffolder(user), {
      ...createRequest({
        name: id,
        bundle: bundleOf({ 'terrastage.yaml': MANIFEST + ADOPTS }),
        ...overrides,
      }),
      adopt: { id },
    });

  const parked = async (id = newName()): Promise<StartedRun> => {
    const { body } = await ask(id).expect(202);
    await changing.park(body.run.id, plan);
    return body;
  };

  const confirmed = async (started: StartedRun): Promise<RunDetail> => {
    await changing
      .decide('confirm', started.run.id, { planDigest: plan.digest })
      .expect(202);
    return changing.run(started.run.id);
  };

  const destroy = ({ resource: { id } }: StartedRun) =>
    portal.post(`/resources/${id}/destroy`, asUser('ana'));

  it('tells the runner what to import, and waits for a confirmation', async () => {
    const name = newName();

    const { body } = await ask(name).expect(202);
    const runner = await portal.runner(body.run.id);
    const job = await runner.job();
    const next = await runner.plan(plan);
    await runner.result({ outcome: 'planned', applyStarted: false });

    expect(job).toMatchObject({
      operation: 'adopt',
      review: 'full',
      adopt: {
        title: 'S3 bucket',
        id: name,
        imports: [
          { to: address, id: name },
          { to: 'aws_s3_bucket_versioning.this[0]', id: name },
        ],
      },
    });
    expect(next).toBe('exit');
    expect(await changing.run(body.run.id)).toMatchObject({
      operation: 'adopt',
      status: 'awaiting_approval',
    });
  });

  it('makes a resource like any other, which never expires by itself', async () => {
    const started = await parked();

    await confirmed(started);
    await changing.applied(started.run.id);

    const resource = await changing.resource(started.resource.id);
    expect(resource).toMatchObject({
      status: 'active',
      actions: { destroy: true },
    });
    expect(resource.expiresAt).toBeUndefined();
    await destroy(started).expect(202);
  });

  it.each([
    ['discarded', (id: string) => changing.decide('discard', id, {})],
    [
      'canceled',
      (id: string) => portal.post(`/runs/${id}/cancel`, asUser('ana')),
    ],
  ])(
    'that is %s leaves nothing, and its name and id are free',
    async (status, act) => {
      const name = newName();
      const started = await parked(name);

      await act(started.run.id);

      expect(await changing.run(started.run.id)).toMatchObject({ status });
      expect(await changing.resource(started.resource.id)).toMatchObject({
        status: 'deleted',
        managed: [],
      });
      await ask(name).expect(202);
    },
  );

  it('is over when its plan would replace something, whatever the runner says next', async () => {
    const replacing = {
      ...plan,
      summary: { ...plan.summary, update: 0, replace: 1 },
      detail: {
        ...plan.detail,
        changes: [{ ...plan.detail.changes[0], action: 'replace' }],
      },
    };
    const { body } = await ask(newName()).expect(202);
    const runner = await portal.runner(body.run.id);

    const next = await runner.plan(replacing);
    await runner.result({ outcome: 'planned', applyStarted: false });

    expect(next).toBe('exit');
    expect(await changing.run(body.run.id)).toMatchObject({
      status: 'failed',
      failure: {
        code: 'adoption_refused',
        message: expect.stringContaining(`${address} would be replaced`),
      },
      summary: { replace: 1 },
    });
    expect(await changing.resource(body.resource.id)).toMatchObject({
      status: 'deleted',
    });
  });

  it('that fails in its apply can be tried again and deleted, once AWS’ thing is out of the state', async () => {
    const started = await parked();
    await confirmed(started);
    const runner = await portal.runner(started.run.id, 2);
    await runner.applying();
    const made = {
      ...stateRecord(),
      managed: [{ ...stateRecord().managed[0], address: 'aws_made.this' }],
    };

    await runner.result({
      outcome: 'failed',
      applyStarted: true,
      state: made,
      failure: { code: 'apply_failed', message: 'AWS said no' },
    });

    expect(await changing.resource(started.resource.id)).toMatchObject({
      status: 'failed',
    });
    const { body } = await portal
      .post(`/runs/${started.run.id}/retry`, asUser('ana'))
      .expect(202);
    expect(body.run.operation).toBe('adopt');
    await changing.fail(body.run.id);
    await destroy(started).expect(202);
  });

  it('that ended with the thing in its state is not deleted: that would take away what stood before', async () => {
    const started = await parked();
    await confirmed(started);
    const runner = await portal.runner(started.run.id, 2);
    await runner.applying();
    await runner.result({
      outcome: 'failed',
      applyStarted: true,
      state: stateRecord(),
      failure: { code: 'apply_failed', message: 'AWS said no' },
    });

    const refused = await destroy(started).expect(409);

    expect(refused.body.error.message).toMatch(
      /which stood before, is in its state.*terraform state rm/,
    );
  });

  describe('is refused', () => {
    const messageOf = async (
      id: string,
      overrides: Partial<CreateResourceRequest>,
      status = 400,
    ) => (await ask(id, overrides).expect(status)).body.error.message;

    it('for an id that is none', async () => {
      expect(
        await messageOf('No Bucket', {
          name: newName(),
          variables: { bucket_name: 'a-bucket' },
        }),
      ).toMatch(/adopt\.id: .*the name of a bucket/);
    });

    it('where the inputs name another thing', async () => {
      expect(
        await messageOf('one-bucket', {
          variables: { bucket_name: 'other-bucket' },
        }),
      ).toContain("variables.bucket_name: must be 'one-bucket'");
    });

    it('for the bucket with the states', async () => {
      expect(await messageOf('terrastage-state-dev', {})).toContain(
        "adopt.id: 'terrastage-state-dev' is the platform's own",
      );
    });

    it('where the template has no rules for it', async () => {
      expect(await messageOf(newName(), { bundle: bundleOf() })).toContain(
        "adopt: the template of 's3-bucket' takes nothing under management",
      );
    });

    it('as a dry run', async () => {
      const { body } = await ask(newName(), {}, { route: '/plans' });

      expect(body.error.message).toContain('adopt: has no dry run');
    });

    it('for what is to be adopted by another run', async () => {
      const name = newName();
      await ask(name).expect(202);

      const message = await messageOf(
        name,
        {
          name: newName(),
          variables: { bucket_name: name },
        },
        409,
      );

      expect(message).toContain(
        `adopt.id: '${name}' is managed already, as s3-bucket '${name}' (dev)`,
      );
    });

    it('for what the portal made, and names it only to who may see it', async () => {
      const name = newName();
      const { run } = await portal.create({ name });
      const outputs = { bucket_name: { sensitive: false, value: name } };
      await (await portal.runner(run.id)).apply({ ...appliedResult, outputs });
      const wanted = { name: newName(), variables: { bucket_name: name } };

      const own = await ask(name, wanted).expect(409);
      const foreign = await ask(
        name,
        { ...wanted, owner: 'group:default/storefront' },
        { user: 'bob' },
      ).expect(409);

      expect(own.body.error.message).toContain(`as s3-bucket '${name}'`);
      expect(foreign.body.error.message).toBe(
        `adopt.id: '${name}' is managed already`,
      );
    });

    it('for a user without the scaffolder', async () => {
      const { status } = await portal.post('/resources', asUser('ana'), {
        ...createRequest({ name: newName() }),
        adopt: { id: 'x' },
      });

      expect(status).toBe(403);
    });
  });
});
