import { Dispatcher } from '../dispatcher/Dispatcher';
import { eventually } from '../testing/eventually';
import { FakeLauncher } from '../testing/FakeLauncher';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import { TestMetrics } from '../testing/TestMetrics';
import { MeasuredLauncher } from './MeasuredLauncher';
import { RunMetrics } from './RunMetrics';
import { workedSeconds } from './workedSeconds';

jest.setTimeout(60_000);

const newDatabase = usePostgres();
const canceled = { operation: 'apply', status: 'canceled' };

describe('metrics', () => {
  let inventory: TestInventory;
  let launcher: FakeLauncher;
  let metrics: TestMetrics;
  let dispatcher: Dispatcher;

  beforeEach(async () => {
    const { database } = await newDatabase();
    inventory = new TestInventory(database);
    launcher = new FakeLauncher();
    metrics = new TestMetrics();
    const { changes, logger, now, hub } = inventory;
    const { service } = metrics;
    dispatcher = new Dispatcher({
      database,
      changes,
      launcher: new MeasuredLauncher(launcher, service, now),
      maxConcurrent: 1,
      logger,
      now,
      newToken: () => 'a-token',
      metrics: new RunMetrics({ metrics: service, database, hub, logger }),
    });
    hub.onChange(() => dispatcher.wake());
  });

  afterEach(() => dispatcher.stop());

  const launched = (count: number) =>
    eventually(async () => expect(launcher.launched).toHaveLength(count));

  const cancel = (id: string) =>
    inventory.changes.change(id, async () => ({
      transitions: [{ type: 'cancel' }],
    }));

  it('count the runs that are not over', async () => {
    await inventory.queue();
    await inventory.queue();
    await inventory.queue('group:default/payments', 'destroy');
    dispatcher.start();
    await launched(1);

    const active = await metrics.read('terrastage.runs.active');

    expect(active).toHaveLength(3);
    expect(active).toEqual(
      expect.arrayContaining([
        { attributes: { operation: 'apply', status: 'planning' }, value: 1 },
        { attributes: { operation: 'apply', status: 'pending' }, value: 1 },
        { attributes: { operation: 'destroy', status: 'pending' }, value: 1 },
      ]),
    );
  });

  it('say how long runs waited and worked, and how they ended, each once', async () => {
    const run = await inventory.queue();
    inventory.pass(7);
    dispatcher.start();
    await launched(1);
    inventory.pass(30);

    await cancel(run.id);
    await inventory.changes.change(run.id, async () => ({ resource: {} }));

    expect(await metrics.read('terrastage.run.queue_seconds')).toEqual([
      { attributes: { operation: 'apply' }, value: { count: 1, sum: 7 } },
    ]);
    expect(await metrics.read('terrastage.runs.ended')).toEqual([
      { attributes: canceled, value: 1 },
    ]);
    expect(await metrics.read('terrastage.run.duration_seconds')).toEqual([
      { attributes: canceled, value: { count: 1, sum: 30 } },
    ]);
  });

  it('count what the launcher can’t do, by call', async () => {
    launcher.failure = new Error('no space left on device');
    const run = await inventory.queue();

    dispatcher.start();
    await eventually(async () =>
      expect(await inventory.run(run.id)).toMatchObject({ status: 'failed' }),
    );

    expect(await metrics.read('terrastage.launcher.errors')).toEqual([
      { attributes: { call: 'launch' }, value: 1 },
    ]);
    expect(await metrics.read('terrastage.launcher.launch_seconds')).toEqual(
      [],
    );
  });

  it('leave out how long somebody took to decide', async () => {
    const run = await inventory.queue();
    const at = (seconds: number) => new Date(seconds * 1_000);

    const seconds = workedSeconds({
      ...run,
      startedAt: at(0),
      plannedAt: at(20),
      decidedAt: at(5_000),
      applyingAt: at(5_010),
      finishedAt: at(5_040),
    });

    expect(seconds).toBe(50);
    expect(workedSeconds({ ...run, finishedAt: at(9) })).toBeUndefined();
  });
});
