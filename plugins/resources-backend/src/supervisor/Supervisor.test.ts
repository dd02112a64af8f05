import { stateRecord } from '../testing/builders';
import { eventually } from '../testing/eventually';
import { FakeLauncher } from '../testing/FakeLauncher';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import { LostRuns } from './LostRuns';
import type { StateFindings, StateInspector } from './StateInspector';
import { Supervisor } from './Supervisor';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const MINUTE = 60_000;
const limits = {
  lostAfter: 20_000,
  grace: 10 * MINUTE,
  deadline: 120 * MINUTE,
};

describe('Supervisor', () => {
  let inventory: TestInventory;
  let launcher: FakeLauncher;
  let findings: StateFindings | Error;
  let supervisors: Supervisor[];

  beforeEach(async () => {
    const { database } = await newDatabase();
    inventory = new TestInventory(database);
    launcher = new FakeLauncher();
    findings = {};
    supervisors = [];
  });

  afterEach(async () => {
    await Promise.all(supervisors.map(supervisor => supervisor.stop()));
  });

  const inspector: StateInspector = {
    async inspect() {
      if (findings instanceof Error) throw findings;
      return findings;
    },
  };

  const supervise = (holder = 'one') => {
    const { database, changes, logger, now } = inventory;
    const supervisor = new Supervisor({
      database,
      changes,
      launcher,
      lostRuns: new LostRuns({
        database,
        changes,
        launcher,
        inspector,
        grace: limits.grace,
        logger,
        now,
        holder,
      }),
      limits,
      logger,
      now,
      interval: 10,
    });
    supervisors.push(supervisor);
    supervisor.start();
    return supervisor;
  };

  const becomes = (runId: string, status: string) =>
    eventually(async () =>
      expect(await inventory.run(runId)).toMatchObject({ status }),
    );

  /** Long enough for several rounds. */
  const rounds = async () => {
    const seen = jest.spyOn(inventory.database.stores.runs, 'listRunning');
    await eventually(async () =>
      expect(seen.mock.calls.length).toBeGreaterThan(4),
    );
    seen.mockRestore();
  };

  it('leaves a run alone whose runner lives, however silent it is', async () => {
    const run = await inventory.launch('applying');
    inventory.pass(60 * 60);

    supervise();
    await rounds();

    expect(await inventory.run(run.id)).toMatchObject({ status: 'applying' });
    expect(launcher.done).toEqual([]);
  });

  it('leaves a run alone that is just being launched', async () => {
    const run = await inventory.launch('planning');
    launcher.presence = 'unknown';
    inventory.pass(19);

    supervise();
    await rounds();

    expect(await inventory.run(run.id)).toMatchObject({ status: 'planning' });
  });

  it('gives up one that was claimed but never launched', async () => {
    const run = await inventory.launch('planning');
    launcher.presence = 'unknown';
    inventory.pass(21);

    supervise();
    await becomes(run.id, 'failed');

    expect(launcher.done).toEqual([]);
  });

  it.each(['planning', 'planned'] as const)(
    'ends a run that was lost while %s as failed, for nothing was changed',
    async status => {
      const run = await inventory.launch(status);
      launcher.presence = 'gone';

      supervise();
      await becomes(run.id, 'failed');

      expect(await inventory.run(run.id)).toMatchObject({
        attempt: 1,
        applyStarted: false,
        failure: {
          code: 'runner_lost',
          message: expect.stringContaining('Nothing was changed; try again'),
        },
      });
      expect(await inventory.resourceOf(run)).toMatchObject({
        status: 'failed',
      });
    },
  );

  it('ends one that was to be canceled as canceled', async () => {
    const run = await inventory.launch('planning');
    await inventory.database.stores.runs.update(run.id, {
      cancelRequestedAt: inventory.time,
    });
    launcher.presence = 'gone';

    supervise();
    await becomes(run.id, 'canceled');

    expect((await inventory.run(run.id)).failure).toBeUndefined();
  });

  describe('of a run that was lost in its apply', () => {
    it('proves the attempt dead before it looks at what is left', async () => {
      const run = await inventory.launch('applying');
      launcher.presence = 'orphaned';

      supervise();
      await becomes(run.id, 'interrupted');
      await eventually(async () =>
        expect(launcher.done).toEqual(['interrupt']),
      );
      inventory.pass(9 * 60);
      await rounds();
      expect(launcher.done).toEqual(['interrupt']);
      inventory.pass(2 * 60);
      await becomes(run.id, 'needs_attention');

      expect(launcher.done).toEqual(['interrupt', 'kill']);
      expect(await inventory.messages(run.id)).toEqual([
        expect.stringContaining('The runner is lost'),
        expect.stringContaining('it was asked to stop and has 600 s'),
      ]);
    });

    it('interrupts once, also when another portal takes over', async () => {
      const run = await inventory.launch('applying');
      launcher.presence = 'orphaned';
      const first = supervise('one');
      await eventually(async () =>
        expect(launcher.done).toEqual(['interrupt']),
      );
      await first.stop();

      inventory.pass(5 * 60);
      supervise('two');
      await rounds();
      launcher.presence = 'gone';

      await becomes(run.id, 'needs_attention');
      expect(launcher.done).toEqual(['interrupt']);
    });

    it('acts from one of several portals', async () => {
      const runs = await Promise.all(
        [1, 2, 3, 4].map(() => inventory.launch('applying')),
      );
      launcher.presence = 'gone';

      supervise('one');
      supervise('two');
      await Promise.all(runs.map(run => becomes(run.id, 'needs_attention')));

      for (const run of runs) {
        const { stores } = inventory.database;
        const events = await stores.events.list(run.id, 0, 100);
        expect(
          events.flatMap(each => (each.type === 'status' ? each.status : [])),
        ).toEqual([
          'pending',
          'planning',
          'planned',
          'applying',
          'interrupted',
          'needs_attention',
        ]);
      }
    });

    it('keeps in the inventory what the state holds, and says all that is known', async () => {
      const run = await inventory.launch('applying');
      await inventory.database.stores.runs.update(run.id, {
        progress: {
          done: 1,
          total: 4,
          current: [
            {
              address: 'aws_s3_bucket_policy.this',
              action: 'create',
              since: '2026-01-01T00:00:00.000Z',
            },
          ],
        },
      });
      launcher.presence = 'gone';
      launcher.erroredStates = ['/runs/x/work/errored.tfstate'];
      const lock = {
        id: '42',
        who: 'runner@host',
        operation: 'OperationTypeApply',
        created: '2026-01-01',
      };
      findings = { state: stateRecord(3), lock };

      supervise();
      await becomes(run.id, 'needs_attention');

      const { failure } = await inventory.run(run.id);
      const resource = await inventory.resourceOf(run);
      expect(failure).toMatchObject({ code: 'runner_lost', lock });
      for (const known of [
        'Nothing is applied again by itself',
        'Nothing of it is left running',
        '1 of 4 done, at: create aws_s3_bucket_policy.this',
        `s3://states/${resource.stateKey}, has serial 3 and holds aws_s3_bucket.this`,
        'locked by runner@host since 2026-01-01',
        '/runs/x/work/errored.tfstate',
        `/runs/${run.id}-1`,
        'then delete the resource',
      ]) {
        expect(failure?.message).toContain(known);
      }
      expect(resource).toMatchObject({
        status: 'needs_attention',
        state: stateRecord(3),
      });
    });

    it('says so when there is no state, or when it can’t be read', async () => {
      const without = await inventory.launch('applying');
      launcher.presence = 'gone';
      const first = supervise();
      await becomes(without.id, 'needs_attention');
      await first.stop();

      findings = new Error('S3 is away');
      const unreadable = await inventory.launch('applying');
      supervise();
      await becomes(unreadable.id, 'needs_attention');

      expect((await inventory.run(without.id)).failure?.message).toContain(
        `only by its tag terrastage:resource-id=${without.resourceId}`,
      );
      expect((await inventory.run(unreadable.id)).failure?.message).toContain(
        'could not be read (S3 is away)',
      );
    });

    it('says where to look when it ran on a host that can’t be seen', async () => {
      const run = await inventory.launch('applying', 'elsewhere');
      inventory.pass(299);
      supervise();
      await rounds();
      expect(await inventory.run(run.id)).toMatchObject({ status: 'applying' });

      inventory.pass(2);
      await becomes(run.id, 'needs_attention');

      expect((await inventory.run(run.id)).failure?.message).toContain(
        "It ran on elsewhere, which this portal can't see",
      );
      expect(launcher.done).toEqual([]);
    });
  });

  describe('of a runner that hangs', () => {
    it('waits for its own grace after a cancel that it heard, then kills it', async () => {
      const run = await inventory.launch('applying');
      const { runs, attempts } = inventory.database.stores;
      const cancelRequestedAt = inventory.time;
      await runs.update(run.id, { cancelRequestedAt });
      await attempts.update(run.id, 1, { cancelConveyedAt: inventory.time });
      inventory.pass(10 * 60);
      supervise();
      await rounds();
      expect(launcher.done).toEqual([]);

      inventory.pass(31);

      await becomes(run.id, 'needs_attention');
      expect(launcher.done).toEqual(['kill']);
    });

    it('asks one that did not hear, before it kills it', async () => {
      const run = await inventory.launch('planning');
      await inventory.database.stores.runs.update(run.id, {
        cancelRequestedAt: inventory.time,
      });
      inventory.pass(10 * 60 + 31);
      supervise();
      await eventually(async () =>
        expect(launcher.done).toEqual(['interrupt']),
      );
      await rounds();
      inventory.pass(10 * 60 + 31);

      await becomes(run.id, 'canceled');
      expect(launcher.done).toEqual(['interrupt', 'kill']);
    });

    it('ends one that is far over its deadline', async () => {
      await inventory.launch('applying');
      inventory.pass(120 * 60 + 10 * 60);
      supervise();
      await rounds();
      expect(launcher.done).toEqual([]);

      inventory.pass(31);

      await eventually(async () =>
        expect(launcher.done).toEqual(['interrupt']),
      );
    });
  });

  describe('of a runner in a cluster', () => {
    it('leaves one alone that waits for its turn, and says once what it waits for', async () => {
      const run = await inventory.launch('planning');
      launcher.presence = 'waiting';
      launcher.reason = 'Waits in the queue payments';
      inventory.pass(60 * 60);

      supervise();
      supervise('two');
      await rounds();

      expect(await inventory.run(run.id)).toMatchObject({ status: 'planning' });
      expect(await inventory.messages(run.id)).toEqual([
        'Waits in the queue payments',
      ]);
      expect(launcher.done).toEqual([]);
    });

    it('takes back one that waits when it is canceled', async () => {
      const run = await inventory.launch('planning');
      await inventory.database.stores.runs.update(run.id, {
        cancelRequestedAt: inventory.time,
      });
      launcher.presence = 'waiting';

      supervise();
      await eventually(async () =>
        expect(launcher.canceled).toBeGreaterThan(0),
      );
      launcher.presence = 'gone';

      await becomes(run.id, 'canceled');
    });

    it('gives up one that can’t start, and says why', async () => {
      const run = await inventory.launch('planning');
      launcher.presence = 'stuck';
      launcher.reason = 'No node has room. Add nodes';

      supervise();
      await eventually(async () =>
        expect(launcher.done).toEqual(['interrupt']),
      );
      launcher.presence = 'gone';
      await becomes(run.id, 'failed');

      expect((await inventory.run(run.id)).failure?.message).toBe(
        'The runner was lost before it changed anything. No node has room. Add nodes. Then try again',
      );
    });

    it('leaves one alone whose node doesn’t answer while it does itself', async () => {
      const run = await inventory.launch('applying');
      launcher.presence = 'unreachable';

      supervise();
      await rounds();

      expect(await inventory.run(run.id)).toMatchObject({ status: 'applying' });
    });

    it('lets nothing else touch the resource until one on a lost node is proven dead, however long that takes', async () => {
      const run = await inventory.launch('applying');
      launcher.presence = 'unreachable';
      launcher.reason = 'Node x does not answer';
      inventory.pass(21);

      supervise();
      await becomes(run.id, 'interrupted');
      inventory.pass(24 * 60 * 60);
      await rounds();
      expect(await inventory.run(run.id)).toMatchObject({
        status: 'interrupted',
      });
      expect(launcher.done).toEqual(['interrupt']);
      launcher.presence = 'gone';
      launcher.reason = 'Node x is gone from the cluster';
      await becomes(run.id, 'needs_attention');

      const { failure } = await inventory.run(run.id);
      expect(failure?.message).toContain('Node x is gone from the cluster.');
      expect(failure?.message).toContain('Nothing of it is left running.');
    });

    it('decides nothing while the cluster can’t be asked', async () => {
      const run = await inventory.launch('applying');
      jest
        .spyOn(launcher, 'probe')
        .mockRejectedValue(new Error('Kubernetes does not answer'));
      inventory.pass(60 * 60);

      supervise();
      await rounds();

      expect(await inventory.run(run.id)).toMatchObject({ status: 'applying' });
      expect(launcher.done).toEqual([]);
    });
  });

  it('looks after the others when one can’t be looked after', async () => {
    const broken = await inventory.launch('applying');
    const run = await inventory.launch('applying');
    jest
      .spyOn(inventory.database.stores.attempts, 'get')
      .mockImplementationOnce(async () => {
        throw new Error('row is broken');
      });
    launcher.presence = 'gone';

    supervise();
    await becomes(run.id, 'needs_attention');

    expect(inventory.logger.error).toHaveBeenCalledWith(
      `Run ${broken.id} could not be checked`,
      expect.objectContaining({ message: 'row is broken' }),
    );
  });
});
