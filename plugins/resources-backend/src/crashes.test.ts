import { GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort, tempDir, type TempDir } from '@terrastage/local/testing';
import { eventually } from './testing/eventually';
import { KillablePortal } from './testing/KillablePortal';
import { asUser } from './testing/people';
import { useRealRunner } from './testing/realRunner';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

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

  const follow = new RunFollower(() => portal);

  it('ends in needs_attention when the runner is killed, with what is known, and can be destroyed then', async () => {
    const name = 'runner-killed';
    const { resource, run, runner } = await follow.inMidApply(name);

    runner.kill('SIGKILL');
    await eventually(async () => {
      expect(await follow.statuses(run.id)).toContain('interrupted');
    }, 30);
    const lost = await follow.ended(run.id);
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
    expect(await follow.ended(destroy.run.id)).toMatchObject({
      status: 'applied',
    });
    await expect(
      s3.send(new GetBucketTaggingCommand({ Bucket: name })),
    ).rejects.toThrow();
  });

  it('goes on to its end when the portal is killed, and nothing is made twice', async () => {
    const name = 'portal-killed';
    const { resource, run, runner } = await follow.inMidApply(name);

    await portal.kill();
    process.kill(runner.pid, 0);
    await portal.start();
    const applied = await follow.ended(run.id);
    const events = await follow.events(run.id);
    const { TagSet } = await s3.send(
      new GetBucketTaggingCommand({ Bucket: name }),
    );
    const { body } = await portal.get(
      `/resources/${resource.id}`,
      asUser('ana'),
    );

    expect(applied).toMatchObject({ status: 'applied', attempt: 1 });
    expect(await follow.statuses(run.id)).toEqual([
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
