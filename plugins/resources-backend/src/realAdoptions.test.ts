import {
  GetBucketTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type {
  CreateResourceRequest,
  ResourceDetail,
  RunDetail,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { createRequest } from './testing/builders';
import { eventually } from './testing/eventually';
import { HandMade } from './testing/HandMade';
import { asUser, viaScaffolder } from './testing/people';
import { skeletonBundle, useRealRunner } from './testing/realRunner';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner({ managedPolicies: true });

describe('adoptions with Terraform and a local AWS', () => {
  let portal: TestPortal;
  let byHand: HandMade;
  let network: ResourceDetail;
  const follow = new RunFollower(() => portal);

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, ...real() });
    byHand = new HandMade(real().aws);
  });

  afterAll(async () => {
    await portal?.stop();
    await portal?.killRunners();
  });

  const ask = async (
    type: string,
    id: string,
    overrides: Partial<CreateResourceRequest>,
  ) =>
    portal.post('/resources', viaScaffolder('ana'), {
      ...createRequest({ bundle: await skeletonBundle(type), ...overrides }),
      type,
      adopt: { id },
    });

  /** Asks for an adoption, and waits until its run is parked or over. */
  const adopt = async (
    type: string,
    id: string,
    overrides: Partial<CreateResourceRequest> & { name: string },
  ): Promise<RunDetail> => {
    const { body } = await ask(type, id, {
      ...overrides,
      variables: { name: overrides.name, ...overrides.variables },
    });
    if (!body.run) throw new Error(JSON.stringify(body));
    return eventually(async () => {
      const run = await follow.read((body as StartedRun).run.id);
      if (!run.finishedAt && run.status !== 'awaiting_approval') {
        throw new Error(JSON.stringify(run));
      }
      return run;
    }, 300);
  };

  const bucket = (name: string, variables = {}) =>
    adopt('s3-bucket', name, { name, variables });

  const confirm = async ({ id, planDigest }: RunDetail) => {
    await portal
      .post(`/runs/${id}/confirm`, asUser('ana'), { planDigest })
      .expect(202);
    return follow.ended(id);
  };

  const resourceOf = async ({ resourceId }: RunDetail) =>
    (await portal.get(`/resources/${resourceId}`, asUser('ana')))
      .body as ResourceDetail;

  const destroy = async ({ resourceId }: RunDetail) => {
    const { body } = await portal
      .post(`/resources/${resourceId}/destroy`, asUser('ana'))
      .expect(202);
    return follow.ended(body.run.id);
  };

  const expectNothingManaged = async (run: RunDetail) => {
    const resource = await resourceOf(run);
    expect(resource).toMatchObject({ status: 'deleted', managed: [] });
    expect(resource.state.serial).toBeUndefined();
  };

  it('leave nothing behind when the plan is discarded', async () => {
    const plan = await bucket(await byHand.bucket('payments-by-hand'));

    await portal.post(`/runs/${plan.id}/discard`, asUser('ana')).expect(202);

    expect(plan.status).toBe('awaiting_approval');
    await expectNothingManaged(plan);
  });

  it('take it under management the next time with what it holds, once somebody has confirmed the plan', async () => {
    const name = 'payments-by-hand';
    await byHand.s3.send(
      new PutObjectCommand({ Bucket: name, Key: 'kept', Body: 'x' }),
    );

    const plan = await bucket(name);
    const before = await resourceOf(plan);
    const applied = await confirm(plan);
    const resource = await resourceOf(applied);

    expect(plan.status).toBe('awaiting_approval');
    expect(plan.summary).toMatchObject({ import: 2, replace: 0, delete: 0 });
    expect(plan.plan!.changes).toContainEqual(
      expect.objectContaining({
        address: 'aws_s3_bucket.this',
        imported: true,
      }),
    );
    expect(before).toMatchObject({ status: 'creating', managed: [] });
    expect(applied).toMatchObject({ operation: 'adopt', status: 'applied' });
    expect(resource).toMatchObject({
      status: 'active',
      outputs: { name: { value: name } },
    });
    const { TagSet } = await byHand.s3.send(
      new GetBucketTaggingCommand({ Bucket: name }),
    );
    expect(TagSet).toContainEqual({
      Key: 'terrastage:resource-id',
      Value: resource.id,
    });
    await byHand.s3.send(new HeadObjectCommand({ Bucket: name, Key: 'kept' }));
    const again = await ask('s3-bucket', name, {
      name: 'another-name',
      variables: { name },
    });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(`'${name}' is managed already`);
  });

  it.each([
    ['without the tag that allows it', {}, /give it the tag terrastage:adopt/],
    [
      'that is allowed for another team',
      { 'terrastage:adopt': 'group:default/storefront' },
      /names group:default\/storefront, not group:default\/payments/,
    ],
    [
      'that carries the tag of another resource',
      {
        'terrastage:adopt': 'group:default/payments',
        'terrastage:resource-id': 'another',
      },
      /terrastage:resource-id=another: it belongs to another resource/,
    ],
  ])('refuse a bucket %s', async (what, tags, message) => {
    const name = await byHand.bucket(
      `payments-${what.replace(/[^a-z]/g, '-').slice(0, 30)}x`,
      tags,
    );

    const run = await bucket(name);

    expect(run).toMatchObject({
      status: 'failed',
      failure: {
        code: 'adoption_refused',
        message: expect.stringMatching(message),
      },
    });
    await expectNothingManaged(run);
  });

  it('refuse a bucket that is not there', async () => {
    const run = await bucket('payments-nowhere');

    expect(run.failure).toMatchObject({
      code: 'adoption_refused',
      step: 'find',
      message: expect.stringMatching(
        /There is no .*'payments-nowhere' in account 123456789012, region us-east-1/,
      ),
    });
    await expectNothingManaged(run);
  });

  it('let go of the bucket when AWS refuses a part of it, and a delete takes only what the run made', async () => {
    const name = await byHand.bucket('payments-half');
    await byHand.s3.send(
      new PutObjectCommand({ Bucket: name, Key: 'kept', Body: 'x' }),
    );

    const plan = await bucket(name, {
      access_log_bucket: 'no-such-bucket-anywhere',
      force_destroy: true,
    });
    const failed = await confirm(plan);
    const resource = await resourceOf(failed);
    const destroyed = await destroy(failed);

    expect(failed).toMatchObject({
      status: 'failed',
      failure: { code: 'apply_failed' },
    });
    expect(resource.status).toBe('failed');
    expect(resource.managed.map(({ address }) => address)).not.toContain(
      'aws_s3_bucket.this',
    );
    expect(destroyed.status).toBe('applied');
    await byHand.s3.send(new HeadObjectCommand({ Bucket: name, Key: 'kept' }));
  });

  it('refuse a network of another range, and say which input has to change', async () => {
    const id = await byHand.network();

    const run = await adopt('vpc', id, {
      name: 'shop',
      variables: { cidr_block: '10.60.0.0/16', flow_logs: false },
    });

    expect(run.failure).toMatchObject({
      code: 'adoption_refused',
      message: expect.stringMatching(/laid out in another way|cidr_block/),
    });
    await expectNothingManaged(run);
  });

  it('take a network with its subnets, its gateway and its routes', async () => {
    const id = await byHand.network();

    const plan = await adopt('vpc', id, {
      name: 'shop',
      variables: {
        cidr_block: '10.50.0.0/16',
        flow_logs: false,
        interface_endpoints: ['ssm', 'ssmmessages', 'ec2messages'],
      },
    });
    const applied = await confirm(plan);
    network = await resourceOf(applied);

    const imported = plan
      .plan!.changes.filter(change => change.imported)
      .map(({ address }) => address);
    expect(imported.sort()).toEqual([
      'aws_default_security_group.closed',
      'aws_internet_gateway.this[0]',
      'aws_route.internet[0]',
      'aws_route_table.this["public"]',
      'aws_route_table_association.this["public-1"]',
      'aws_subnet.this["database-1"]',
      'aws_subnet.this["database-2"]',
      'aws_subnet.this["private-1"]',
      'aws_subnet.this["private-2"]',
      'aws_subnet.this["public-1"]',
      'aws_subnet.this["public-2"]',
      'aws_vpc.this',
    ]);
    expect(applied.failure).toBeUndefined();
    expect(applied).toMatchObject({ status: 'applied' });
    expect(network).toMatchObject({
      status: 'active',
      outputs: { vpc_id: { value: id } },
    });
  });

  describe('in a network of the platform', () => {
    const subnetOf = (key: string) => {
      const subnets = network.outputs.subnets.value as Record<
        string,
        { id: string }
      >;
      return subnets[key].id;
    };

    const takeDatabase = async () => {
      const subnets = network.outputs.database_subnet_ids.value as string[];
      const name = await byHand.database('orders', subnets);
      const refused = await adopt('rds-database', name, {
        name,
        uses: { vpc: network.id },
        variables: {
          engine: 'postgres',
          engine_version: '16',
          database_name: 'shop',
        },
      });
      const plan = await adopt('rds-database', name, {
        name,
        uses: { vpc: network.id },
        variables: { engine: 'postgres', engine_version: '16' },
      });
      return { name, refused, plan, applied: await confirm(plan) };
    };

    let database: ReturnType<typeof takeDatabase>;

    beforeAll(() => {
      // The provider waits a minute for a database: the other tests run meanwhile.
      database = takeDatabase();
      database.catch(() => {});
    });

    afterAll(() => database.catch(() => {}));

    it('take an instance', async () => {
      const id = await byHand.instance(subnetOf('private-1'));

      const plan = await adopt('ec2-instance', id, {
        name: 'worker',
        uses: { vpc: network.id },
        variables: { instance_type: 't3.micro' },
      });
      const applied = await confirm(plan);

      expect(plan.summary).toMatchObject({ import: 1, replace: 0, delete: 0 });
      expect(applied.failure).toBeUndefined();
      expect(applied).toMatchObject({ status: 'applied' });
      expect(await resourceOf(applied)).toMatchObject({
        status: 'active',
        outputs: { instance_id: { value: id } },
        uses: [expect.objectContaining({ id: network.id })],
      });
    });

    it('refuse an instance whose disk is not encrypted, which no form can change', async () => {
      const id = await byHand.instance(subnetOf('private-2'), {
        encrypted: false,
      });

      const run = await adopt('ec2-instance', id, {
        name: 'worker-plain',
        uses: { vpc: network.id },
        variables: { instance_type: 't3.micro', subnet: 'private-2' },
      });

      expect(run.failure).toMatchObject({
        code: 'adoption_refused',
        message: expect.stringMatching(
          /aws_instance\.this would be replaced: .*encrypted.*change it in AWS first/,
        ),
      });
      await expectNothingManaged(run);
    });

    it('take a database with its subnet group, and refuse one of another engine', async () => {
      const { name, refused, plan, applied } = await database;

      expect(refused.failure?.message).toMatch(
        /db_name is "app" in AWS and "shop" by the form \(give the input database_name/,
      );
      expect(plan.summary).toMatchObject({ import: 2, replace: 0, delete: 0 });
      expect(applied.failure).toBeUndefined();
      expect(applied).toMatchObject({ status: 'applied' });
      expect(await resourceOf(applied)).toMatchObject({
        status: 'active',
        outputs: { identifier: { value: name } },
      });
    });
  });
});
