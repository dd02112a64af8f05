import { GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import type {
  RunDetail,
  RunEvent,
  RunStatus,
} from '@terrastage/plugin-resources-common';
import { freePort, tempDir, type TempDir } from '@terrastage/local/testing';
import { bundleOf, MANIFEST } from './testing/builders';
import { eventually } from './testing/eventually';
import { KillablePortal } from './testing/KillablePortal';
import { asUser } from './testing/people';
import { useRealRunner } from './testing/realRunner';
import { usePostgres } from './testing/testDatabase';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

/** A bucket, which is there at once, and a queue, for which the provider waits half a minute. */
const SLOW_TF = `
terraform {
  required_providers { aws = { source = "hashicorp/aws" } }
}
variable "bucket_name" { type = string }
resource "aws_s3_bucket" "this" { bucket = var.bucket_name }
resource "aws_sqs_queue" "slow" {
  name       = "\${var.bucket_name}-queue"
  depends_on = [aws_s3_bucket.this]
}
output "bucket_arn" { value = aws_s3_bucket.this.arn }
`;

describe('crashes in the middle of an apply', () => {
  let portal: KillablePortal;
  let runs: TempDir;
  let s3: S3Client;

  beforeEach(async () => {
    const { connection } = await newDatabase();
    runs = await tempDir('terrastage-crashes-');
    portal = await KillablePortal.start({
      connection,
      port: await freePort(),
      runsDir: runs.path,
      command: real().command,
      env: real().env,
      runs: { grace: { minutes: 2 } },
    });
    s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
  });

  afterEach(async () => {
    await portal.kill();
    await portal.killRunners();
    await runs.remove();
  });

  async function readRun(runId: string): Promise<RunDetail> {
    return (await portal.get(`/runs/${runId}`, asUser('ana'))).body;
  }

  async function ended(runId: string): Promise<RunDetail> {
    return eventually(async () => {
      const run = await readRun(runId);
      if (!run.finishedAt) throw new Error(JSON.stringify(run));
      return run;
    }, 300);
  }

  async function eventsOf(runId: string): Promise<RunEvent[]> {
    const { body } = await portal.get(`/runs/${runId}/events`, asUser('ana'));
    return body.items;
  }

  const statusesOf = (events: RunEvent[]): RunStatus[] =>
    events.flatMap(event => (event.type === 'status' ? [event.status] : []));

  /** Until the bucket is made and the queue is on its way. */
  async function inMidApply(name: string) {
    const started = await portal.create({
      name,
      variables: { bucket_name: name },
      bundle: bundleOf({ 'main.tf': SLOW_TF, 'terrastage.yaml': MANIFEST }),
    });
    const runner = await portal.runner(started.run.id);
    await eventually(async () => {
      const run = await readRun(started.run.id);
      expect(run).toMatchObject({ status: 'applying', progress: { done: 1 } });
    }, 120);
    return { ...started, runner };
  }

  it('ends in needs_attention when the runner is killed, with what is known, and can be destroyed then', async () => {
    const name = 'runner-killed';
    const { resource, run, runner } = await inMidApply(name);

    runner.kill('SIGKILL');
    await eventually(async () => {
      expect(statusesOf(await eventsOf(run.id))).toContain('interrupted');
    }, 30);
    const lost = await ended(run.id);
    const { body: left } = await portal.get(
      `/resources/${resource.id}`,
      asUser('ana'),
    );

    expect(lost).toMatchObject({
      status: 'needs_attention',
      attempt: 1,
      failure: {
        code: 'runner_lost',
        message: expect.stringContaining('Nothing is applied again by itself'),
      },
    });
    expect(lost.failure?.message).toContain('aws_s3_bucket.this');
    expect(left).toMatchObject({
      status: 'needs_attention',
      actions: { destroy: true },
    });
    expect(left.managed).toContainEqual(
      expect.objectContaining({ address: 'aws_s3_bucket.this', id: name }),
    );

    const { body: destroy } = await portal
      .post(`/resources/${resource.id}/destroy`, asUser('ana'))
      .expect(202);
    expect(await ended(destroy.run.id)).toMatchObject({ status: 'applied' });
    await expect(
      s3.send(new GetBucketTaggingCommand({ Bucket: name })),
    ).rejects.toThrow();
  });

  it('goes on to its end when the portal is killed, and nothing is made twice', async () => {
    const name = 'portal-killed';
    const { resource, run, runner } = await inMidApply(name);

    await portal.kill();
    process.kill(runner.pid, 0);
    await portal.start();
    const applied = await ended(run.id);
    const events = await eventsOf(run.id);
    const { TagSet } = await s3.send(
      new GetBucketTaggingCommand({ Bucket: name }),
    );
    const { body } = await portal.get(
      `/resources/${resource.id}`,
      asUser('ana'),
    );

    expect(applied).toMatchObject({ status: 'applied', attempt: 1 });
    expect(statusesOf(events)).toEqual([
      'pending',
      'planning',
      'planned',
      'applying',
      'applied',
    ]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(TagSet).toContainEqual({ Key: 'terrastage:run-id', Value: run.id });
    expect(body.status).toBe('active');
    expect(body.managed).toHaveLength(2);
  });
});
