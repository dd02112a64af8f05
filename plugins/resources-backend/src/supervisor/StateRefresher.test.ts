import { stateRecord } from '../testing/builders';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import type { StateFindings } from './StateInspector';
import { StateRefresher } from './StateRefresher';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('StateRefresher', () => {
  let inventory: TestInventory;

  beforeEach(async () => {
    inventory = new TestInventory((await newDatabase()).database);
  });

  /** The inventory's state of a resource after a look at its bucket. */
  const refresh = async (
    status: 'needs_attention' | 'failed',
    known: ReturnType<typeof stateRecord> | undefined,
    inspect: () => Promise<StateFindings>,
  ) => {
    const { database, logger, now } = inventory;
    const run = await inventory.queue();
    await database.stores.resources.update(
      run.resourceId,
      { status, state: known },
      now(),
    );
    await new StateRefresher({
      database,
      inspector: { inspect },
      logger,
      now,
    }).refresh(await inventory.resourceOf(run));
    return (await inventory.resourceOf(run)).state;
  };

  const found = (state?: ReturnType<typeof stateRecord>) => async () => ({
    state,
  });

  it('brings in what a lost runner left', async () => {
    expect(
      await refresh('needs_attention', undefined, found(stateRecord(3))),
    ).toEqual(stateRecord(3));
    expect(
      await refresh('needs_attention', stateRecord(3), found(stateRecord(4))),
    ).toEqual(stateRecord(4));
  });

  it('leaves alone what is older or of another lineage: the runner is to refuse it', async () => {
    const foreign = { ...stateRecord(9), lineage: 'another' };

    expect(
      await refresh('needs_attention', stateRecord(3), found(stateRecord(2))),
    ).toEqual(stateRecord(3));
    expect(
      await refresh('needs_attention', stateRecord(3), found(foreign)),
    ).toEqual(stateRecord(3));
    expect(await refresh('needs_attention', stateRecord(3), found())).toEqual(
      stateRecord(3),
    );
  });

  it('looks only where a runner was lost', async () => {
    const inspect = jest.fn(found(stateRecord(9)));

    expect(await refresh('failed', undefined, inspect)).toBeUndefined();
    expect(inspect).not.toHaveBeenCalled();
  });

  it('goes on without a bucket that can’t be read', async () => {
    const away = async () => {
      throw new Error('S3 is away');
    };

    expect(await refresh('needs_attention', stateRecord(3), away)).toEqual(
      stateRecord(3),
    );
    expect(inventory.logger.warn).toHaveBeenCalled();
  });
});
