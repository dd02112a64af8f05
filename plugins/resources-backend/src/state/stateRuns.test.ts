import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type {
  ResourceDetail,
  RunDetail,
} from '@terrastage/plugin-resources-common';
import { eventually } from '../testing/eventually';
import { asUser, type UserName } from '../testing/people';
import { skeletonBundle, useRealRunner } from '../testing/realRunner';
import { RunFollower } from '../testing/RunFollower';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

describe('runs about a state', () => {
  let portal: TestPortal;
  let s3: S3Client;
  const follow = new RunFollower(() => portal);

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex, ...real() });
    s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const resourceOf = async (id: string): Promise<ResourceDetail> =>
    (await portal.get(`/resources/${id}`, asUser('ana'))).body;
  const lockOf = async (id: string, user: UserName = 'pia') =>
    (await portal.get(`/resources/${id}/lock`, asUser(user)).expect(200)).body;
  const unlock = (id: string, lockId: string, user: UserName = 'pia') =>
    portal.post(`/resources/${id}/unlock`, asUser(user), { lockId });
  const putLock = async (resource: ResourceDetail, id: string) => {
    const { bucket: Bucket, key } = resource.state;
    const Body = JSON.stringify({
      ID: id,
      Who: 'sam@laptop',
      Operation: 'OperationTypeApply',
      Created: '2020-01-01T00:00:00Z',
    });
    await s3.send(new PutObjectCommand({ Bucket, Key: `${key}.tflock`, Body }));
  };
  const made = async (name: string): Promise<ResourceDetail> => {
    const { run, resource } = await portal.create({
      name,
      bundle: await skeletonBundle('s3-bucket'),
      variables: { name },
    });
    await follow.ended(run.id);
    return resourceOf(resource.id);
  };

  it('leave the lock of a live run alone', async () => {
    const { resource, run, pid } = await follow.inMidApply('lock-left');
    const alive = await lockOf(resource.id);
    const refused = await unlock(resource.id, alive.lock.id);

    process.kill(pid, 'SIGKILL');
    await follow.ended(run.id);
    const released = await lockOf(resource.id);

    expect(alive).toMatchObject({
      holder: 'alive',
      unlockable: false,
      run: { id: run.id, operation: 'apply' },
      lock: { operation: 'OperationTypeApply' },
    });
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ runId: run.id });
    expect(refused.body.error.message).toMatch(/alive|active/);
    // Terraform outlives its runner and is asked to stop, which releases its lock.
    expect(released).toEqual({ unlockable: false });
  });

  it('remove the lock that kill -9 of everything left, and no other', async () => {
    const { resource, run, pid } = await follow.inMidApply('lock-killed');
    process.kill(-pid, 'SIGKILL');
    await follow.ended(run.id);
    const left = await lockOf(resource.id);
    const toOwner = await lockOf(resource.id, 'ana');

    const byOwner = await unlock(resource.id, left.lock.id, 'ana');
    const byLead = await unlock(resource.id, left.lock.id, 'lia');
    const wrong = await unlock(resource.id, 'another-lock');
    const others = await unlock(resource.id, left.lock.id, 'bob');
    const { body } = await unlock(resource.id, left.lock.id).expect(202);
    const unlocked = await follow.ended(body.run.id);
    const again = await unlock(resource.id, left.lock.id);

    expect(left).toMatchObject({
      holder: 'dead',
      unlockable: true,
      run: { id: run.id, status: 'needs_attention' },
    });
    expect(toOwner).toEqual({ ...left, unlockable: false });
    expect([byOwner.status, byLead.status]).toEqual([403, 403]);
    expect(byOwner.body.error.message).toContain('Only an admin');
    expect(wrong.status).toBe(409);
    expect(wrong.body.error.message).toContain('lockId: the lock is another');
    expect(others.status).toBe(404);
    expect(unlocked).toMatchObject({ status: 'applied', operation: 'unlock' });
    expect(await lockOf(resource.id)).toEqual({ unlockable: false });
    expect(again.status).toBe(409);
    expect(await resourceOf(resource.id)).toMatchObject({
      status: 'needs_attention',
      run: { id: run.id },
    });
    expect(portal.audited).toContainEqual(
      expect.objectContaining({
        eventId: 'resource-unlock',
        outcome: 'success',
      }),
    );
  });

  it('remove a lock that nobody here took, too', async () => {
    const resource = await made('lock-foreign');
    await putLock(resource, 'of-sam');

    const seen = await lockOf(resource.id);
    const { body } = await unlock(resource.id, 'of-sam').expect(202);
    const unlocked = await follow.ended(body.run.id);

    expect(seen).toMatchObject({
      holder: 'unknown',
      lock: { who: 'sam@laptop' },
      unlockable: true,
    });
    expect(unlocked.status).toBe('applied');
  });

  describe('a restore', () => {
    const read = async ({ state }: ResourceDetail) => {
      const object = await s3.send(
        new GetObjectCommand({ Bucket: state.bucket, Key: state.key }),
      );
      return JSON.parse((await object.Body?.transformToString()) ?? '');
    };
    const put = async ({ state }: ResourceDetail, text: string) =>
      s3.send(
        new PutObjectCommand({
          Bucket: state.bucket,
          Key: state.key,
          Body: Buffer.from(text),
        }),
      );
    const restore = (
      resource: ResourceDetail,
      versionId = resource.state.versionId!,
      user: UserName = 'pia',
    ) =>
      portal.post(
        `/resources/${resource.id}/state-versions/restore`,
        asUser(user),
        { versionId },
      );
    const parked = (runId: string): Promise<RunDetail> =>
      eventually(async () => {
        const run = await follow.read(runId);
        if (run.status !== 'awaiting_approval') {
          throw new Error(JSON.stringify(run));
        }
        return run;
      }, 60);
    const confirm = ({ id, planDigest }: RunDetail, user: UserName = 'pia') =>
      portal.post(`/runs/${id}/confirm`, asUser(user), { planDigest });

    it('writes what an admin has confirmed, with a higher serial and the lock held', async () => {
      const resource = await made('restored');
      const good = await read(resource);
      await put(
        resource,
        JSON.stringify({ ...good, serial: good.serial + 7, resources: [] }),
      );

      const { body } = await restore(resource).expect(202);
      const planned = await parked(body.run.id);
      const byOwner = await confirm(planned, 'ana');
      await putLock(resource, 'held');
      await confirm(planned).expect(202);
      const locked = await follow.ended(planned.id);
      const { body: freed } = await unlock(resource.id, 'held');
      await follow.ended(freed.run.id);
      const { body: second } = await restore(resource).expect(202);
      await confirm(await parked(second.run.id)).expect(202);
      const restored = await follow.ended(second.run.id);

      const now = await read(resource);
      expect(planned.summary).toMatchObject({ create: 0, delete: 0 });
      expect(byOwner.status).toBe(403);
      expect(locked).toMatchObject({
        status: 'failed',
        failure: { code: 'locked', lock: { id: 'held' } },
      });
      expect(restored).toMatchObject({ status: 'applied' });
      expect(now).toMatchObject({
        lineage: good.lineage,
        serial: good.serial + 8,
        resources: good.resources,
      });
      expect(await resourceOf(resource.id)).toMatchObject({
        status: 'active',
        state: { serial: good.serial + 8 },
      });
      expect(await lockOf(resource.id)).toEqual({ unlockable: false });
    });

    it('shows what Terraform would do then', async () => {
      const resource = await made('restored-lesser');
      const good = await read(resource);
      const lesser = await put(
        resource,
        JSON.stringify({
          ...good,
          serial: good.serial + 1,
          resources: good.resources.filter(
            ({ type }: { type: string }) => type !== 'aws_s3_bucket_policy',
          ),
        }),
      );
      await put(resource, JSON.stringify({ ...good, serial: good.serial + 2 }));

      const { body } = await restore(resource, lesser.VersionId).expect(202);
      const planned = await parked(body.run.id);

      expect(planned.summary?.changes).toContainEqual(
        expect.objectContaining({
          address: 'aws_s3_bucket_policy.tls_only',
          action: 'create',
        }),
      );
      expect((await read(resource)).serial).toBe(good.serial + 2);
      await portal.post(`/runs/${planned.id}/discard`, asUser('pia'));
    });

    it('brings back a state that was cut off', async () => {
      const resource = await made('restored-broken');
      const good = await read(resource);
      await put(resource, '{"version": 4, "serial"');

      const { body } = await restore(resource).expect(202);
      await confirm(await parked(body.run.id)).expect(202);
      const restored = await follow.ended(body.run.id);

      expect(restored.status).toBe('applied');
      expect(await read(resource)).toMatchObject({
        serial: good.serial + 1,
        lineage: good.lineage,
      });
    });

    it('writes nothing over a state that has gone on meanwhile', async () => {
      const resource = await made('restored-late');
      const good = await read(resource);
      const { body } = await restore(resource).expect(202);
      const planned = await parked(body.run.id);
      await put(resource, JSON.stringify({ ...good, serial: good.serial + 5 }));

      await confirm(planned).expect(202);
      const late = await follow.ended(planned.id);

      expect(late).toMatchObject({
        status: 'failed',
        failure: { code: 'plan_stale' },
      });
      expect((await read(resource)).serial).toBe(good.serial + 5);
    });

    it('is refused to who is no admin, and for what is no state of the resource', async () => {
      const resource = await made('restored-never');
      const good = await read(resource);
      const foreign = await put(
        resource,
        JSON.stringify({ ...good, lineage: 'another' }),
      );
      const broken = await put(resource, '{}');
      await put(resource, JSON.stringify({ ...good, serial: good.serial + 1 }));

      const answers = [
        await restore(resource, undefined, 'ana'),
        await restore(resource, undefined, 'bob'),
        await restore(resource, foreign.VersionId),
        await restore(resource, broken.VersionId),
        await restore(resource, '00000000-0000-4000-8000-000000000000'),
      ];

      expect(answers.map(({ status }) => status)).toEqual([
        403, 404, 400, 400, 404,
      ]);
      expect(answers[2].body.error.message).toContain('of something else');
      expect(answers[3].body.error.message).toContain('not a Terraform state');
    });
  });
});
