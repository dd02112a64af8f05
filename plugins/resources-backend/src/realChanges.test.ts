import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type {
  RunDetail,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { createRequest } from './testing/builders';
import { eventually } from './testing/eventually';
import { asService, asUser, viaScaffolder } from './testing/people';
import { skeletonBundle, useRealRunner } from './testing/realRunner';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

describe('changes with Terraform and a local AWS', () => {
  let portal: TestPortal;
  let s3: S3Client;
  const follow = new RunFollower(() => portal);

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({
      knex,
      ...real(),
      runs: { grace: { minutes: 2 } },
    });
    s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const make = async (name: string): Promise<StartedRun> => {
    const bundle = await skeletonBundle('s3-bucket');
    const started = await portal.create({ name, bundle, variables: { name } });
    await follow.ended(started.run.id);
    return started;
  };

  const change = async (
    { resource: { id, name } }: StartedRun,
    variables: Record<string, unknown>,
  ): Promise<StartedRun> => {
    const { body } = await portal
      .post(`/resources/${id}/changes`, viaScaffolder('ana'), {
        ...createRequest({ name, bundle: await skeletonBundle('s3-bucket') }),
        variables: { name, ...variables },
      })
      .expect(202);
    return body;
  };

  const parked = (runId: string): Promise<RunDetail> =>
    eventually(async () => {
      const run = await follow.read(runId);
      if (run.status !== 'awaiting_approval') {
        throw new Error(JSON.stringify(run));
      }
      return run;
    }, 120);

  const confirm = ({ id, planDigest }: RunDetail, name?: string) =>
    portal.post(`/runs/${id}/confirm`, asUser('ana'), { planDigest, name });

  it('apply exactly the plan that was confirmed, and only then', async () => {
    const name = 'payments-changed';
    const made = await make(name);
    const versioning = async () =>
      (await s3.send(new GetBucketVersioningCommand({ Bucket: name }))).Status;

    const { run } = await change(made, { versioning: false });
    const plan = await parked(run.id);
    const before = await versioning();
    const unnamed = await confirm(plan);
    await confirm(plan, name).expect(202);
    const applied = await follow.ended(run.id);

    expect(plan.plan!.changes).toEqual([
      expect.objectContaining({
        address: 'aws_s3_bucket_versioning.this[0]',
        action: 'delete',
      }),
    ]);
    expect(before).toBe('Enabled');
    expect(unnamed.status).toBe(400);
    expect(applied).toMatchObject({ status: 'applied', attempt: 2 });
    expect(await versioning()).toBe('Suspended');
  });

  it('end at once where nothing has to change, since the tags stay those of the first run', async () => {
    const made = await make('payments-unchanged');

    const { run } = await change(made, { versioning: true });

    expect(await follow.ended(run.id)).toMatchObject({
      status: 'applied',
      attempt: 1,
      summary: { create: 0, update: 0, replace: 0, delete: 0 },
    });
  });

  it('stop where the state has moved on since the plan, and can be planned again', async () => {
    const made = await make('payments-stale');
    const { run } = await change(made, { force_destroy: true });
    const plan = await parked(run.id);
    const { bucket, key } = (
      await portal.get(`/resources/${made.resource.id}`, asUser('ana'))
    ).body.state;
    const at = { Bucket: bucket, Key: key };
    const { Body } = await s3.send(new GetObjectCommand(at));
    const state = JSON.parse(await Body!.transformToString());
    state.serial += 1;
    await s3.send(new PutObjectCommand({ ...at, Body: JSON.stringify(state) }));

    await confirm(plan).expect(202);
    const stale = await follow.ended(run.id);
    const { body: again } = await portal
      .post(`/runs/${run.id}/retry`, asUser('ana'))
      .expect(202);
    await confirm(await parked(again.run.id)).expect(202);

    expect(stale).toMatchObject({
      status: 'failed',
      failure: {
        code: 'plan_stale',
        message: expect.stringContaining('Plan again'),
      },
      actions: { retry: true },
    });
    expect(await follow.ended(again.run.id)).toMatchObject({
      status: 'applied',
    });
  });

  it('are planned for the current version of the template', async () => {
    const made = await make('payments-upgraded');
    const { files } = await skeletonBundle('s3-bucket');
    const newer = files.map(file =>
      file.path === 'terrastage.yaml'
        ? {
            ...file,
            content: Buffer.from(
              Buffer.from(file.content, 'base64')
                .toString('utf8')
                .replace(/^version: .*$/m, 'version: 9.0.0'),
            ).toString('base64'),
          }
        : file,
    );
    await portal
      .put('/skeletons/s3-bucket', asService('plugin:scaffolder'), {
        name: 's3-bucket',
        bundle: { files: newer },
      })
      .expect(200);

    const { body } = await portal
      .post(`/resources/${made.resource.id}/upgrade`, asUser('ana'))
      .expect(202);
    await follow.ended(body.run.id);
    const after = await portal.get(
      `/resources/${made.resource.id}`,
      asUser('ana'),
    );

    expect(after.body).toMatchObject({
      status: 'active',
      templateVersion: '9.0.0',
    });
  });

  it('make what a first apply could not, once its name is free', async () => {
    const name = 'payments-name-was-taken';
    const elsewhere = new S3Client({
      endpoint: real().aws.url,
      forcePathStyle: true,
      region: 'eu-west-1',
    });
    await elsewhere.send(
      new CreateBucketCommand({
        Bucket: name,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );
    const { resource, run } = await make(name);
    const failed = await follow.read(run.id);
    await elsewhere.send(new DeleteBucketCommand({ Bucket: name }));

    const { body } = await portal
      .post(`/runs/${run.id}/retry`, asUser('ana'))
      .expect(202);
    const applied = await follow.ended(body.run.id);

    expect(failed).toMatchObject({
      status: 'failed',
      actions: { retry: true },
    });
    expect(applied).toMatchObject({ status: 'applied', retryOf: run.id });
    const after = await portal.get(`/resources/${resource.id}`, asUser('ana'));
    expect(after.body).toMatchObject({ status: 'active' });
  });
});
