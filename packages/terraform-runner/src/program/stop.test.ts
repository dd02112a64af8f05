import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { parseStateFile } from '../state/stateFile';
import { stateRecord } from '../state/stateRecord';
import { RunnerWorld, WorldRun } from '../testing/__testUtils__/RunnerWorld';
import { eventually } from '../testing/eventually';
import { doneCount, happened } from '../testing/happened';

jest.setTimeout(180_000);

describe('a run that is stopped', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
    const warming = await world.run({ operation: 'plan' }, { verdict: 'exit' });
    await warming.end();
  });
  afterAll(() => world.stop());

  /** Resolves in the middle of an apply: the bucket is made, its versioning takes another second. */
  async function inApply(run: WorldRun) {
    await run.portal.until(() => doneCount(run.portal.events) > 0);
  }

  const exists = (name: string) =>
    world
      .s3()
      .send(new HeadBucketCommand({ Bucket: name }))
      .then(
        () => true,
        () => false,
      );

  const isLocked = ({ job }: WorldRun) =>
    world
      .s3()
      .send(
        new HeadObjectCommand({
          Bucket: 'states',
          Key: `${job.state.key}.tflock`,
        }),
      )
      .then(
        () => true,
        () => false,
      );

  it('ends a plan that somebody cancels, and changes nothing', async () => {
    const run = await world.run();
    await run.portal.until(() =>
      happened(run.portal.events, 'plan', 'started'),
    );

    run.portal.cancelRequested = true;
    const result = await run.end();

    expect(result).toMatchObject({ outcome: 'canceled', applyStarted: false });
    expect(run.portal.plans).toEqual([]);
    expect(await exists(run.job.runId)).toBe(false);
    expect(await isLocked(run)).toBe(false);
  });

  it('ends an apply that somebody cancels, with what was made in the state', async () => {
    const run = await world.run();
    await inApply(run);

    run.portal.cancelRequested = true;
    const result = await run.end();

    expect(result).toMatchObject({
      outcome: 'canceled',
      applyStarted: true,
      state: {
        managed: expect.arrayContaining([
          expect.objectContaining({ address: 'aws_s3_bucket.this' }),
        ]),
      },
    });
    expect(await isLocked(run)).toBe(false);
  });

  it('does the same on a SIGTERM, however often it comes', async () => {
    const run = await world.run();
    await inApply(run);

    process.kill(run.runner.pid, 'SIGTERM');
    process.kill(run.runner.pid, 'SIGTERM');
    const result = await run.end();

    expect(result).toMatchObject({ outcome: 'canceled', applyStarted: true });
    expect(result.state?.managed.length).toBeGreaterThan(0);
    expect(await isLocked(run)).toBe(false);
  });

  it('does not interrupt Terraform a second time when the whole group was', async () => {
    const run = await world.run();
    await inApply(run);

    process.kill(-run.runner.pid, 'SIGINT');
    const result = await run.end();

    expect(result).toMatchObject({ outcome: 'canceled', applyStarted: true });
    expect(result.state?.managed.length).toBeGreaterThan(0);
    expect(await isLocked(run)).toBe(false);
  });

  it('does not apply when the cancel comes with the verdict', async () => {
    const run = await world.run(
      {},
      {
        before: portal => {
          portal.onEvents = events => {
            if (happened(events, 'plan', 'finished')) {
              portal.cancelRequested = true;
            }
          };
        },
      },
    );

    // Either the cancel is seen before, or the portal refuses the apply.
    expect(await run.end()).toMatchObject({ outcome: 'canceled' });
    expect(await exists(run.job.runId)).toBe(false);
  });

  it('stops when its time is over', async () => {
    const { limits } = (await world.run({}, { verdict: 'exit' })).job;
    const run = await world.run({
      limits: { ...limits, deadlineSeconds: 1 },
    });

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: {
        code: 'timed_out',
        message: expect.stringContaining('longer than its 1 s'),
      },
    });
  });

  it('stops when the portal has given the run to another attempt', async () => {
    const run = await world.run();
    await run.portal.until(() =>
      happened(run.portal.events, 'plan', 'started'),
    );

    run.portal.refuseWith = 409;

    expect(await run.runner.ended).toBe(3);
    expect(run.portal.results).toEqual([]);
    expect(await exists(run.job.runId)).toBe(false);
    expect(await isLocked(run)).toBe(false);
  });

  it('does nothing at all when the attempt is already fenced', async () => {
    const run = await world.run(
      {},
      {
        before: portal => {
          portal.refuseWith = 409;
        },
      },
    );

    expect(await run.runner.ended).toBe(3);
  });

  it('leaves Terraform to end its apply when the runner is killed', async () => {
    const run = await world.run();
    await inApply(run);

    process.kill(run.runner.pid, 'SIGKILL');
    await run.runner.ended;

    const record = await eventually(async () => {
      expect(await isLocked(run)).toBe(false);
      const object = await world
        .s3()
        .send(
          new GetObjectCommand({ Bucket: 'states', Key: run.job.state.key }),
        );
      const text = await object.Body!.transformToString();
      return stateRecord(parseStateFile(text), object.VersionId);
    });
    expect(record.managed).toHaveLength(5);
    expect(run.portal.results).toEqual([]);
  });
});
