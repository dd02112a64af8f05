import { TestInventory } from '../testing/TestInventory';
import { usePostgres } from '../testing/testDatabase';
import { RunDecider } from './RunDecider';
import { RunService } from './RunService';

const newDatabase = usePostgres();

describe('RunDecider', () => {
  it('discards the plans for which nobody has decided in time, and says why', async () => {
    const { database } = await newDatabase();
    const inventory = new TestInventory(database);
    const { changes, now } = inventory;
    const park = async () => {
      const { id } = await inventory.launch('planned');
      await changes.change(id, async () => ({
        run: { decideBy: new Date(now().getTime() + 3_600_000) },
        transitions: [{ type: 'request_approval' }],
      }));
      return id;
    };
    const decider = new RunDecider({
      database,
      changes,
      runs: new RunService({ database, changes, now }),
      now,
    });
    const old = await park();
    inventory.pass(1_800);
    const young = await park();
    inventory.pass(1_801);

    const count = await decider.discardExpired();

    expect(count).toBe(1);
    expect(await inventory.run(old)).toMatchObject({
      status: 'discarded',
      decisionNote: 'Nobody confirmed it in time',
    });
    expect(await inventory.messages(old)).toEqual([
      expect.stringContaining('ask for the change again'),
    ]);
    expect(await inventory.run(young)).toMatchObject({
      status: 'awaiting_approval',
    });
  });
});
