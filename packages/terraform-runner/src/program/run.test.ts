import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { RunnerEvent } from '../protocol';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { happened } from '../testing/happened';

jest.setTimeout(180_000);

const steps = (events: RunnerEvent[]) =>
  events.flatMap(event =>
    event.type === 'step' ? [`${event.step} ${event.status}`] : [],
  );

describe('a run', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  it('makes a bucket, changes it, finds nothing to change, and destroys it', async () => {
    const s3 = world.s3();
    const name = world.newName();
    const resourceId = `resource-of-${name}`;
    const variables = { name };

    const making = await world.run({ variables, resourceId });
    const made = await making.end();

    expect(made).toMatchObject({
      outcome: 'applied',
      applyStarted: true,
      outputs: {
        name: { sensitive: false, value: name },
        arn: { sensitive: false, value: `arn:aws:s3:::${name}` },
      },
      state: { serial: 1, terraformVersion: expect.any(String) },
    });
    expect(made.state?.managed).toContainEqual({
      address: 'aws_s3_bucket.this',
      type: 'aws_s3_bucket',
      name: 'this',
      id: name,
      arn: `arn:aws:s3:::${name}`,
    });
    expect(made.usage?.maxRssBytes).toBeGreaterThan(100_000_000);
    expect(await readdir(join(making.workDir, 'attempt-1'))).toEqual(['spool']);
    expect(making.portal.plans[0]).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      summary: { create: 5, update: 0, delete: 0 },
    });
    const tags = await s3.send(new GetBucketTaggingCommand({ Bucket: name }));
    expect(tags.TagSet).toContainEqual({
      Key: 'terrastage:resource-id',
      Value: resourceId,
    });

    const state = world.stateAfter(making, made);
    const changing = await world.run({
      variables: { name, versioning: false },
      resourceId,
      state,
      tags: making.job.tags,
      review: 'full',
    });
    const changed = await changing.end();

    expect(changed).toMatchObject({ outcome: 'applied', state: { serial: 2 } });
    expect(changing.portal.plans[0]).toMatchObject({
      summary: { create: 0, update: 1, delete: 0 },
      detail: {
        changes: [
          {
            address: 'aws_s3_bucket_versioning.this',
            action: 'update',
            attributes: [
              {
                path: 'versioning_configuration[0].status',
                before: 'Enabled',
                after: 'Suspended',
              },
            ],
          },
        ],
      },
    });
    const versioning = await s3.send(
      new GetBucketVersioningCommand({ Bucket: name }),
    );
    expect(versioning.Status).toBe('Suspended');

    const again = await world.run(
      {
        variables: { name, versioning: false },
        resourceId,
        state: world.stateAfter(making, changed),
        tags: making.job.tags,
        operation: 'plan',
        review: 'full',
      },
      { verdict: 'exit' },
    );

    expect(await again.end()).toMatchObject({
      outcome: 'planned',
      applyStarted: false,
    });
    expect(again.portal.plans[0].summary.changes).toEqual([]);

    const destroying = await world.run({
      variables: { name, versioning: false },
      resourceId,
      state: world.stateAfter(making, changed),
      operation: 'destroy',
      searchOrphans: true,
    });
    const destroyed = await destroying.end();

    expect(destroyed).toMatchObject({
      outcome: 'applied',
      orphans: [],
      state: { managed: [] },
    });
    expect(destroying.portal.plans[0].summary).toMatchObject({ delete: 5 });
    await expect(
      s3.send(new HeadBucketCommand({ Bucket: name })),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('tells of each step, of progress and of the plan, in order', async () => {
    const run = await world.run();

    await run.end();

    const { events } = run.portal;
    expect(steps(events)).toEqual(
      expect.arrayContaining([
        'prepare finished',
        'identity finished',
        'guard finished',
        'init finished',
        'plan finished',
        'verdict finished',
        'show finished',
        'apply finished',
        'output finished',
        'orphans skipped',
      ]),
    );
    const progress = events.filter(event => event.type === 'progress');
    expect(progress.at(-1)).toMatchObject({ done: 5, total: 5, current: [] });
    expect(progress[0]).toMatchObject({
      done: 0,
      current: [{ address: 'aws_s3_bucket.this', action: 'create' }],
    });
    expect(events.find(event => event.type === 'plan_detail')).toMatchObject({
      plan: {
        changes: expect.arrayContaining([
          expect.objectContaining({
            address: 'aws_s3_bucket.this',
            attributes: expect.arrayContaining([
              { path: 'bucket', after: run.job.runId },
            ]),
          }),
        ]),
      },
    });
  });

  it('does its run also when it was started before there was one', async () => {
    const planning = await world.run(
      { operation: 'plan' },
      { standby: true, verdict: 'exit' },
    );

    expect(await planning.end()).toMatchObject({ outcome: 'planned' });
    expect(await planning.runner.ended).toBe(0);
  });

  it('destroys no bucket that is not empty, and takes nothing of it away, until it is', async () => {
    const s3 = world.s3();
    const making = await world.run();
    const made = await making.end();
    const { runId: name, resourceId, variables } = making.job;
    const object = { Bucket: name, Key: 'kept.txt' };
    const { VersionId } = await s3.send(
      new PutObjectCommand({ ...object, Body: 'kept' }),
    );
    const destroy = async () => {
      const destroying = await world.run({
        variables,
        resourceId,
        operation: 'destroy',
        state: world.stateAfter(making, made),
      });
      return destroying.end();
    };

    expect(await destroy()).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: {
        code: 'bucket_not_empty',
        step: 'contents',
        message: expect.stringContaining(
          `The bucket ${name} is not empty: it holds 1 object,`,
        ),
      },
    });
    const block = await s3.send(
      new GetPublicAccessBlockCommand({ Bucket: name }),
    );
    expect(block.PublicAccessBlockConfiguration).toMatchObject({
      BlockPublicAcls: true,
    });

    await s3.send(new DeleteObjectCommand({ ...object, VersionId }));

    expect(await destroy()).toMatchObject({ outcome: 'applied' });
  });

  it('finds what a destroy left behind', async () => {
    const resourceId = world.newName();
    const left = await world.run({ resourceId });
    await left.end();

    const destroying = await world.run({
      resourceId,
      operation: 'destroy',
      searchOrphans: true,
    });

    expect(await destroying.end()).toMatchObject({
      outcome: 'applied',
      orphans: [`arn:aws:s3:::${left.job.runId}`],
    });
  });

  it('parks a plan, and applies it in another process once it is approved', async () => {
    const parking = await world.run({ review: 'full' }, { verdict: 'exit' });
    const parked = await parking.end();
    const { digest } = parking.portal.plans[0];
    const stored = await world.s3().send(
      new HeadObjectCommand({
        Bucket: 'states',
        Key: `runs/${parking.job.runId}/plan`,
      }),
    );

    const applying = await world.run(
      {
        ...parking.job,
        attempt: 2,
        phase: 'apply',
        approvedPlanDigest: digest,
      },
      { workDir: `${parking.workDir}-2` },
    );
    const applied = await applying.end();

    expect(parked).toEqual({
      outcome: 'planned',
      applyStarted: false,
      usage: expect.anything(),
    });
    expect(happened(parking.portal.events, 'apply', 'skipped')).toBe(false);
    expect(stored.ContentLength).toBeGreaterThan(1_000);
    expect(applied).toMatchObject({
      outcome: 'applied',
      outputs: { name: { value: parking.job.runId } },
    });
    expect(applying.portal.plans).toEqual([]);
    expect(applying.portal.applyingCount).toBe(1);
  });

  it('does not apply a stored plan that is not the approved one, or is out of date', async () => {
    const parking = await world.run({}, { verdict: 'exit' });
    await parking.end();
    const { digest } = parking.portal.plans[0];
    const apply = { ...parking.job, phase: 'apply' as const };

    const other = await world.run(
      { ...apply, attempt: 2, approvedPlanDigest: 'f'.repeat(64) },
      { workDir: `${parking.workDir}-2` },
    );
    const refused = await other.end();
    const approved = { ...apply, approvedPlanDigest: digest };
    const first = await world.run(
      { ...approved, attempt: 3 },
      { workDir: `${parking.workDir}-3` },
    );
    const applied = await first.end();
    const second = await world.run(
      {
        ...approved,
        attempt: 4,
        state: world.stateAfter(parking, applied),
      },
      { workDir: `${parking.workDir}-4` },
    );
    const stale = await second.end();

    expect(refused).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: { code: 'plan_stale', step: 'fetch-plan' },
    });
    expect(applied.outcome).toBe('applied');
    expect(stale).toMatchObject({
      outcome: 'failed',
      failure: {
        code: 'plan_stale',
        message: expect.stringContaining('Plan again'),
        step: 'apply',
      },
    });
  });
});
