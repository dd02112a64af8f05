import {
  CreateBucketCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Job } from '../protocol';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { aJob } from '../testing/aJob';
import { bundleOf } from '../testing/bundleOf';
import { S3_MODULE_FILES, s3Module } from '../testing/s3Module';

jest.setTimeout(180_000);

const state = (lineage: string, serial: number) =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial,
    lineage,
    outputs: {},
    resources: [],
  });

describe('a run that is refused', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  const put = (key: string, body: string) =>
    world.s3().send(
      new PutObjectCommand({
        Bucket: 'states',
        Key: key,
        Body: Buffer.from(body),
      }),
    );

  const nothingPlanned = { outcome: 'failed', applyStarted: false };

  it.each<[string, string | undefined, Job['state']['expectation'], string]>([
    [
      'the state is gone',
      undefined,
      { kind: 'known', lineage: 'ours', serial: 3 },
      'state_missing',
    ],
    [
      'the state is empty',
      '',
      { kind: 'known', lineage: 'ours', serial: 3 },
      'state_empty',
    ],
    [
      'the state is older than the inventory knows',
      state('ours', 2),
      { kind: 'known', lineage: 'ours', serial: 3 },
      'state_older',
    ],
    [
      'the state is of another lineage',
      state('theirs', 3),
      { kind: 'known', lineage: 'ours', serial: 3 },
      'state_foreign',
    ],
    [
      'there is a state where none should be',
      state('theirs', 1),
      { kind: 'absent' },
      'state_foreign',
    ],
    [
      'the state is cut off',
      state('ours', 3).slice(0, 30),
      { kind: 'known', lineage: 'ours', serial: 3 },
      'state_unreadable',
    ],
  ])('says so when %s', async (_, body, expectation, code) => {
    const runId = world.newName();
    const job = aJob(s3Module, { runId });
    if (body !== undefined) {
      await put(job.state.key, body);
    }

    const run = await world.run({
      runId,
      state: { ...job.state, expectation },
    });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code,
        step: 'guard',
        message: expect.stringContaining(`s3://states/${job.state.key}`),
      },
    });
  });

  it('says so when the credentials belong to another account', async () => {
    const aws = { region: 'us-east-1', account: '999999999999' };

    const run = await world.run({ aws });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'wrong_account',
        step: 'identity',
        message: expect.stringMatching(/123456789012.*999999999999/s),
      },
    });
  });

  it('says so when the state bucket is not there', async () => {
    const { state: place } = aJob(s3Module);

    const run = await world.run({ state: { ...place, bucket: 'nowhere' } });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'state_unreadable',
        message: expect.stringMatching(/s3:\/\/nowhere\/.*NoSuchBucket/s),
      },
    });
  });

  it('says who holds the lock, and since when', async () => {
    const runId = world.newName();
    const created = '2026-01-02T03:04:05Z';
    const lock = {
      ID: '11111111-2222-3333-4444-555555555555',
      Operation: 'OperationTypeApply',
      Info: '',
      Who: 'somebody@elsewhere',
      Version: '1.11.4',
      Created: created,
      Path: 'x',
    };
    await put(`test/${runId}/terraform.tfstate.tflock`, JSON.stringify(lock));

    const run = await world.run({ runId });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'locked',
        step: 'plan',
        message: expect.stringMatching(
          new RegExp(`somebody@elsewhere since ${created}`),
        ),
        lock: {
          id: lock.ID,
          who: lock.Who,
          operation: lock.Operation,
          created,
        },
      },
    });
  });

  it('names a bucket that is taken, and says what to do', async () => {
    const name = world.newName();
    const { Credentials } = await new STSClient({
      endpoint: world.aws.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }).send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::222222222222:role/other',
        RoleSessionName: 'other',
      }),
    );
    await new S3Client({
      endpoint: world.aws.url,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: {
        accessKeyId: Credentials!.AccessKeyId!,
        secretAccessKey: Credentials!.SecretAccessKey!,
        sessionToken: Credentials!.SessionToken!,
      },
    }).send(new CreateBucketCommand({ Bucket: name }));

    const run = await world.run({ variables: { name } });
    const result = await run.end();

    expect(result).toMatchObject({
      outcome: 'failed',
      applyStarted: true,
      failure: { code: 'apply_failed', step: 'apply' },
    });
    expect(result.failure?.message).toContain(name);
    expect(result.failure?.message).toContain('choose another name');
    expect(run.portal.events).toContainEqual(
      expect.objectContaining({
        type: 'diagnostic',
        severity: 'error',
        address: 'aws_s3_bucket.this',
        file: 'main.tf',
      }),
    );
  });

  it('refuses a harmful module before anything of it runs', async () => {
    const bundle = bundleOf({
      ...S3_MODULE_FILES,
      'evil.tf': 'data "external" "x" {\n  program = ["id"]\n}\n',
    });

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: { name: 'x' } },
      { bundle },
    );
    const result = await run.end();

    expect(result).toMatchObject({
      ...nothingPlanned,
      failure: { code: 'invalid_bundle', step: 'prepare' },
    });
    expect(result.failure?.message).toContain('evil.tf:1');
    expect(run.portal.events).toContainEqual(
      expect.objectContaining({
        type: 'diagnostic',
        file: 'evil.tf',
        line: 1,
      }),
    );
  });

  it('refuses a bundle that is not the one of the run', async () => {
    const run = await world.run({ bundle: { digest: 'sha256:other' } });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: { code: 'invalid_bundle' },
    });
  });

  it('refuses values for variables that are not there', async () => {
    const run = await world.run({ variables: { nmae: 'x' } });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'invalid_variables',
        message: expect.stringMatching(/variables\.nmae.*variables\.name/),
      },
    });
  });

  it('tells where a module is not valid', async () => {
    const bundle = bundleOf({
      'main.tf': 'resource "aws_s3_bucket" "this" {\n  bukcet = "x"\n}\n',
    });

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: {} },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'invalid_bundle',
        step: 'validate',
        message: expect.stringContaining('main.tf:2'),
      },
    });
  });

  it('says so when a provider cannot be had', async () => {
    const bundle = bundleOf({
      'main.tf':
        'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "0.0.1"\n    }\n  }\n}\n',
    });

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: {} },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'init_failed',
        step: 'init',
        message: expect.stringContaining('hashicorp/aws'),
      },
    });
  });

  it('says so when there is no Terraform', async () => {
    const run = await world.run({}, { terraform: '/nowhere/terraform' });

    expect(await run.end()).toMatchObject({
      ...nothingPlanned,
      failure: {
        code: 'internal',
        message: expect.stringContaining('/nowhere/terraform'),
      },
    });
  });
});
