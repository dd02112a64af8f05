import { GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort, tempDir, type TempDir } from '@terrastage/local/testing';
import { eventually } from './testing/eventually';
import { KillablePortal } from './testing/KillablePortal';
import { asUser } from './testing/people';
import { useRealRunner } from './testing/realRunner';
import {
  launcherKinds,
  startRunnerPlace,
  type RunnerPlace,
} from './testing/RunnerPlace';
import { removeRunsDir } from './testing/removeRunsDir';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

describe.each(launcherKinds)('crashes in the middle of an apply (%s)', kind => {
  let portal: KillablePortal;
  let place: RunnerPlace;
  let runs: TempDir;
  let s3: S3Client;

  beforeEach(async () => {
    const { connection } = await newDatabase();
    runs = await tempDir('terrastage-crashes-');
    place = await startRunnerPlace(kind, real());
    portal = await KillablePortal.start({
      connection,
      port: await freePort(),
      runsDir: runs.path,
      ...place.options,
      runs: { grace: { minutes: 2 } },
    });
    s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
  });

  afterEach(async () => {
    await portal.kill();
    await place.stop(portal);
    await removeRunsDir(runs.path);
  });

  const follow = new RunFollower(
    () => portal,
    () => place,
  );

  if (kind === 'process') {
    it('ends in needs_attention when the runner is killed, with what is known, and can be destroyed then', async () => {
      const name = `runner-killed-${kind}`;
      const { resource, run, pid } = await follow.inMidApply(name);

      process.kill(pid, 'SIGKILL');
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
          message: expect.stringContaining(
            'Nothing is applied again by itself',
          ),
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
  } else {
    it('ends in needs_attention when the runner is killed, and Terraform with its pod', async () => {
      const name = `runner-killed-${kind}`;
      const { resource, run, pid } = await follow.inMidApply(name);

      process.kill(pid, 'SIGKILL');
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
          message: expect.stringContaining(
            'Nothing is applied again by itself',
          ),
        },
      });
      expect(lost.failure?.message).toContain('ended with exit code 137');
      expect(lost.failure?.message).toContain('The state is still locked by');
      expect(left).toMatchObject({ status: 'needs_attention' });
    });
  }

  it('goes on to its end when the portal is killed, and nothing is made twice', async () => {
    const name = `portal-killed-${kind}`;
    const { resource, run, pid } = await follow.inMidApply(name);

    await portal.kill();
    process.kill(pid, 0);
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
