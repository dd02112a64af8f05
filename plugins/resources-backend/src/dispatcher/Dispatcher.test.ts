import { createHash } from 'node:crypto';
import { eventually } from '../testing/eventually';
import { FakeLauncher } from '../testing/FakeLauncher';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import { Dispatcher } from './Dispatcher';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('Dispatcher', () => {
  let inventory: TestInventory;
  let launcher: FakeLauncher;
  let dispatchers: Dispatcher[];

  beforeEach(async () => {
    const { database } = await newDatabase();
    inventory = new TestInventory(database);
    launcher = new FakeLauncher();
    dispatchers = [];
  });

  afterEach(async () => {
    await Promise.all(dispatchers.map(dispatcher => dispatcher.stop()));
  });

  const dispatch = (maxConcurrent: number, on = launcher) => {
    const { database, changes, logger, now, hub } = inventory;
    const dispatcher = new Dispatcher({
      database,
      changes,
      launcher: on,
      maxConcurrent,
      logger,
      now,
      newToken: () => 'a-token',
    });
    hub.onChange(() => dispatcher.wake());
    dispatchers.push(dispatcher);
    dispatcher.start();
    return dispatcher;
  };

  const launched = (count: number, by = launcher) =>
    eventually(async () => expect(by.launched).toHaveLength(count));

  const end = (runId: string) =>
    inventory.changes.change(runId, async () => ({
      transitions: [{ type: 'cancel' }],
    }));

  /** Lets the dispatcher launch one run after the other; gives their owners. */
  const ownersInTurn = async (count: number): Promise<string[]> => {
    const owners: string[] = [];
    for (let turn = 1; turn <= count; turn += 1) {
      await launched(turn);
      const { owner, id } = await inventory.run(
        launcher.launched[turn - 1].runId,
      );
      owners.push(owner.replace('group:default/', ''));
      await end(id);
    }
    return owners;
  };

  it('launches a run with a token of which it keeps the hash', async () => {
    const run = await inventory.queue();

    dispatch(1);
    await launched(1);

    expect(launcher.launched).toEqual([
      {
        runId: run.id,
        attempt: 1,
        token: 'a-token',
        owner: run.owner,
        type: 's3-bucket',
      },
    ]);
    expect(await inventory.run(run.id)).toMatchObject({
      status: 'planning',
      attempt: 1,
      startedAt: inventory.time,
    });
    expect(await inventory.database.stores.attempts.get(run.id, 1)).toEqual(
      expect.objectContaining({
        tokenHash: createHash('sha256').update('a-token').digest('hex'),
        host: 'here',
      }),
    );
  });

  it('keeps the order within an owner, and its bound', async () => {
    const runs = [];
    for (let count = 0; count < 4; count += 1) {
      runs.push(await inventory.queue());
    }

    dispatch(2);
    await launched(2);
    await end(runs[0].id);
    await launched(3);

    expect(launcher.launched.map(({ runId }) => runId)).toEqual(
      runs.slice(0, 3).map(({ id }) => id),
    );
    expect(await inventory.run(runs[3].id)).toMatchObject({
      status: 'pending',
    });
  });

  it('lets owners take turns, so that many of one don’t hold up another', async () => {
    const owners = ['a', 'a', 'a', 'a', 'b', 'c', 'b'];
    const ids: string[] = [];
    for (const owner of owners) {
      ids.push((await inventory.queue(`group:default/${owner}`)).id);
    }
    const { runs } = inventory.database.stores;
    const positions = await runs.queuePositions(ids);
    const foretold = await Promise.all(
      [...positions]
        .sort(([, a], [, b]) => a - b)
        .map(async ([id]) => (await inventory.run(id)).owner.slice(-1)),
    );

    dispatch(1);

    expect(await ownersInTurn(7)).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
    expect(foretold).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  });

  it('serves first who was served longest ago', async () => {
    await inventory.queue('group:default/a');
    dispatch(1);
    await ownersInTurn(1);
    launcher.launched.length = 0;

    const blocker = await inventory.queue('group:default/z');
    await launched(1);
    await inventory.queue('group:default/a');
    await inventory.queue('group:default/b');
    launcher.launched.length = 0;
    await end(blocker.id);

    expect(await ownersInTurn(2)).toEqual(['b', 'a']);
  });

  it('claims every run once, with any number of portals', async () => {
    const runs = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        inventory.queue(`group:default/team-${index % 5}`),
      ),
    );

    [1, 2, 3].forEach(() => dispatch(50));
    await launched(24);

    const ids = launcher.launched.map(({ runId }) => runId);
    expect(new Set(ids).size).toBe(24);
    expect([...ids].sort()).toEqual(runs.map(({ id }) => id).sort());
  });

  it('claims many in one transaction, so that a long queue is not as many waits for a connection', async () => {
    for (let count = 0; count < 20; count += 1) {
      await inventory.queue();
    }
    const transactions = jest.spyOn(inventory.database, 'transaction');

    dispatch(50);
    await launched(20);

    expect(transactions.mock.calls.length).toBeLessThan(10);
  });

  it('holds the bound over all portals of one host, not over those of others', async () => {
    const elsewhere = new FakeLauncher('elsewhere');
    await Promise.all(Array.from({ length: 9 }, () => inventory.queue()));

    dispatch(3);
    dispatch(3);
    await launched(3);
    dispatch(2, elsewhere);
    await launched(2, elsewhere);

    expect(launcher.launched).toHaveLength(3);
    expect(await inventory.database.stores.queue.countRunning('here')).toBe(3);
  });

  it('passes over a run that somebody is about to cancel', async () => {
    const held = await inventory.queue();
    const next = await inventory.queue();

    await inventory.database.transaction(async stores => {
      await stores.runs.lock(held.id);
      dispatch(1);
      await launched(1);
    });

    expect(launcher.launched[0].runId).toBe(next.id);
  });

  it('fails a run that can’t be launched, and goes on', async () => {
    launcher.failure = new Error('no space left on device');
    const run = await inventory.queue();
    const dispatcher = dispatch(1);

    await eventually(async () =>
      expect(await inventory.run(run.id)).toMatchObject({
        status: 'failed',
        failure: {
          code: 'launch_failed',
          message: expect.stringContaining('no space left on device'),
        },
      }),
    );
    launcher.failure = undefined;
    const next = await inventory.queue();
    dispatcher.wake();
    await launched(1);

    expect(launcher.launched[0].runId).toBe(next.id);
  });
});
