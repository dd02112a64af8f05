import {
  GetBucketTaggingCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  launcherKinds,
  startRunnerPlace,
  type RunnerPlace,
} from './testing/RunnerPlace';
import { skeletonBundle, useRealRunner } from './testing/realRunner';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';
import { asUser, viaScaffolder } from './testing/people';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(600_000);

const newDatabase = usePostgres();
const real = useRealRunner();

describe.each(launcherKinds)(
  'portal and runner (%s) with Terraform and a local AWS',
  kind => {
    let portal: TestPortal;
    let place: RunnerPlace;
    let s3: S3Client;

    beforeAll(async () => {
      const { knex } = await newDatabase();
      place = await startRunnerPlace(kind, real());
      portal = await TestPortal.start({
        knex,
        ...place.options,
        runs: { grace: { minutes: 2 } },
      });
      s3 = new S3Client({ endpoint: real().aws.url, forcePathStyle: true });
    });

    afterAll(async () => {
      await portal.stop();
      await place.stop(portal);
    });

    const follow = new RunFollower(
      () => portal,
      () => place,
    );

    it('makes a bucket with its tags, shows it, and destroys it', async () => {
      const name = `payments-receipts-real-${kind}`;
      const bundle = await skeletonBundle('s3-bucket');
      const { resource, run } = await portal.create({
        name,
        bundle,
        variables: { name },
      });

      const applied = await follow.ended(run.id);
      const tags = await s3.send(new GetBucketTaggingCommand({ Bucket: name }));
      const { body: active } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      const { body: destroy } = await portal
        .post(`/resources/${resource.id}/destroy`, asUser('ana'), {
          confirmName: name,
        })
        .expect(202);
      const destroyed = await follow.ended(destroy.run.id);

      expect(applied).toMatchObject({
        status: 'applied',
        summary: { delete: 0 },
      });
      expect(tags.TagSet).toEqual(
        expect.arrayContaining([
          { Key: 'Owner', Value: 'group:default/payments' },
          { Key: 'terrastage:resource-id', Value: resource.id },
          { Key: 'terrastage:run-id', Value: run.id },
        ]),
      );
      expect(active.managed.length).toBeGreaterThan(1);
      expect(active.state).toMatchObject({
        serial: expect.any(Number),
        lineage: expect.any(String),
      });
      expect(destroyed).toMatchObject({
        status: 'applied',
        operation: 'destroy',
      });
      await expect(
        s3.send(new HeadBucketCommand({ Bucket: name })),
      ).rejects.toThrow();
      const gone = await portal.get(`/resources/${resource.id}`, asUser('ana'));
      expect(gone.body).toMatchObject({
        status: 'deleted',
        managed: [],
        outputs: {},
      });
    });

    if (kind === 'process') {
      // By then the launcher has done its part, which is the same for every phase.
      it('plans without making anything', async () => {
        const name = `payments-only-planned-${kind}`;
        const bundle = await skeletonBundle('s3-bucket');
        const { body } = await portal
          .post('/plans', viaScaffolder('ana'), {
            type: 's3-bucket',
            name,
            environment: 'dev',
            owner: 'group:default/payments',
            costCenter: 'CC-1001',
            variables: { name },
            bundle,
          })
          .expect(202);

        const planned = await follow.ended(body.run.id);

        expect(planned).toMatchObject({
          status: 'planned_and_finished',
          plan: { changes: expect.any(Array) },
        });
        await expect(
          s3.send(new HeadBucketCommand({ Bucket: name })),
        ).rejects.toThrow();
      });
    }

    it('stops Terraform in mid-apply when a user cancels, and destroys what it had made', async () => {
      const name = `payments-canceled-${kind}`;
      const { resource, run } = await follow.inMidApply(name);

      await portal.post(`/runs/${run.id}/cancel`, asUser('ana')).expect(202);
      const canceled = await follow.ended(run.id);
      const { body: left } = await portal.get(
        `/resources/${resource.id}`,
        asUser('ana'),
      );
      const { body: destroy } = await portal
        .post(`/resources/${resource.id}/destroy`, asUser('ana'))
        .expect(202);
      const destroyed = await follow.ended(destroy.run.id);

      expect(canceled).toMatchObject({
        status: 'canceled',
        cancelRequestedBy: 'user:default/ana',
      });
      expect(left).toMatchObject({ status: 'failed' });
      expect(left.managed).toContainEqual(
        expect.objectContaining({ address: 'aws_s3_bucket.this', id: name }),
      );
      expect(destroyed).toMatchObject({ status: 'applied' });
      await expect(
        s3.send(new HeadBucketCommand({ Bucket: name })),
      ).rejects.toThrow();
    });
  },
);
