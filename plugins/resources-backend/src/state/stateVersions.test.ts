import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type {
  ResourceDetail,
  RunDetail,
  StateComparison,
  StateVersionPage,
} from '@terrastage/plugin-resources-common';
import { bundleOf, MANIFEST } from '../testing/builders';
import { asUser } from '../testing/people';
import { useRealRunner } from '../testing/realRunner';
import { RunFollower } from '../testing/RunFollower';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

const SECRET = 'correct-horse-battery';
const MAIN_TF = `
terraform {
  required_providers { aws = { source = "hashicorp/aws" } }
}
variable "bucket_name" { type = string }
resource "aws_s3_bucket" "this" { bucket = var.bucket_name }
resource "aws_ssm_parameter" "key" {
  name  = "/\${var.bucket_name}/key"
  type  = "SecureString"
  value = "${SECRET}"
}
output "key" {
  value     = aws_ssm_parameter.key.value
  sensitive = true
}
`;

describe('the versions of a state', () => {
  const name = 'payments-versions';
  let portal: TestPortal;
  let s3: S3Client;
  let applied: RunDetail;
  let resource: ResourceDetail;
  const follow = new RunFollower(() => portal);

  const list = async (query = ''): Promise<StateVersionPage> => {
    const { body } = await portal
      .get(`/resources/${resource.id}/state-versions${query}`, asUser('ana'))
      .expect(200);
    return body;
  };
  const compare = (from: string, to: string, user = asUser('ana')) =>
    portal.get(
      `/resources/${resource.id}/state-versions/compare?from=${from}&to=${to}`,
      user,
    );
  const put = async (text: string): Promise<string> => {
    const { bucket: Bucket, key: Key } = resource.state;
    const { VersionId } = await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: Buffer.from(text) }),
    );
    return VersionId!;
  };

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, ...real() });
    s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
    const { run, resource: made } = await portal.create({
      name,
      bundle: bundleOf({ 'main.tf': MAIN_TF, 'terrastage.yaml': MANIFEST }),
      variables: { bucket_name: name },
    });
    applied = await follow.ended(run.id);
    resource = (await portal.get(`/resources/${made.id}`, asUser('ana'))).body;
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  it('are there with their serial, and the run that wrote them', async () => {
    const { items } = await list();

    expect(applied.status).toBe('applied');
    expect(items[0]).toMatchObject({
      versionId: resource.state.versionId,
      kind: 'state',
      current: true,
      serial: resource.state.serial,
      lineage: resource.state.lineage,
      terraformVersion: expect.stringMatching(/^1\./),
      managed: 2,
      run: { id: applied.id, operation: 'apply', status: 'applied' },
    });
    expect(items[0].size).toBeGreaterThan(100);
  });

  it('are compared without a secret', async () => {
    const { bucket: Bucket, key: Key } = resource.state;
    const [{ versionId: from }] = (await list()).items;
    const object = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const text = (await object.Body?.transformToString()) ?? '';
    const state = JSON.parse(text);
    state.serial += 1;
    state.resources = state.resources.filter(
      ({ type }: { type: string }) => type === 'aws_ssm_parameter',
    );
    state.resources[0].instances[0].attributes.value = `${SECRET}-2`;
    const to = await put(JSON.stringify(state));

    const { body } = await compare(from, to).expect(200);

    expect(text).toContain(SECRET);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    const found = body as StateComparison;
    expect(found).toMatchObject({
      sameLineage: true,
      from: { serial: resource.state.serial },
      to: { serial: (resource.state.serial ?? 0) + 1 },
    });
    expect(found.resources).toEqual([
      expect.objectContaining({
        address: 'aws_s3_bucket.this',
        kind: 'removed',
      }),
      {
        address: 'aws_ssm_parameter.key',
        type: 'aws_ssm_parameter',
        kind: 'changed',
        attributes: [
          { path: 'value', beforeSensitive: true, afterSensitive: true },
        ],
      },
    ]);
  });

  it('show what is no state for what it is', async () => {
    const [{ versionId: good }] = (await list()).items;
    await put('');
    const broken = await put('{"version": 4, "serial"');
    const { bucket: Bucket, key: Key } = resource.state;
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));

    const { items } = await list();
    const refused = await compare(good, broken).expect(400);

    expect(
      items
        .slice(0, 3)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['deleted', 'empty', 'unreadable']);
    expect(items[0]).toMatchObject({ kind: 'deleted', current: true });
    expect(refused.body.error.message).toContain(
      `to: version ${broken} is not a Terraform state`,
    );
  });

  it('come page by page', async () => {
    for (let count = 0; count < 22; count += 1) {
      await put(`{"count": ${count}}`);
    }

    const first = await list();
    const second = await list(`?cursor=${first.nextCursor}`);

    const ids = [...first.items, ...second.items].map(
      ({ versionId }) => versionId,
    );
    expect(first.items).toHaveLength(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(resource.state.versionId);
    expect(second.nextCursor).toBeUndefined();
  });

  it('are nobody else’s to see', async () => {
    const other = asUser('bob');
    const route = `/resources/${resource.id}/state-versions`;

    const answers = [
      await portal.get(route, other),
      await compare('a', 'b', other),
      await portal.get('/resources/x/state-versions', other),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('are refused by a name that S3 does not have', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';

    const { body } = await compare(missing, resource.state.versionId!).expect(
      404,
    );

    expect(body.error.message).toContain(`no version ${missing}`);
    await portal
      .get(`/resources/${resource.id}/state-versions/compare`, asUser('ana'))
      .expect(400);
  });

  it('cannot be read while S3 is away, which is said', async () => {
    const before = process.env.AWS_ENDPOINT_URL;
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
    const { knex } = await newDatabase();
    const away = await TestPortal.start({ knex });
    const { resource: made } = await away.create();

    const { body } = await away
      .get(`/resources/${made.id}/state-versions`, asUser('ana'))
      .expect(500);

    process.env.AWS_ENDPOINT_URL = before;
    expect(body.error.message).toMatch(/cannot be read: .*Try again/);
    await away.stop();
    await away.killRunners();
  });
});
