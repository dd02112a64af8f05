import { randomUUID } from 'node:crypto';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import { ActiveRunError } from './RunStore';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('DatabaseRunStore', () => {
  let inventory: TestInventory;

  beforeEach(async () => {
    const { database } = await newDatabase();
    inventory = new TestInventory(database);
  });

  const insertAnother = async (resourceId: string, of: string) =>
    inventory.database.transaction(async stores => {
      await stores.resources.lock(resourceId);
      await stores.runs.insert({
        ...(await inventory.run(of)),
        id: randomUUID(),
      });
    });

  it('takes no second active run of a resource', async () => {
    const { id, resourceId } = await inventory.queue();

    await expect(insertAnother(resourceId, id)).rejects.toThrow(ActiveRunError);
  });

  it('says so while the first is being claimed, and lets that go on', async () => {
    const { id, resourceId } = await inventory.queue();

    await inventory.database.transaction(async claiming => {
      await claiming.queue.next(1);
      await expect(insertAnother(resourceId, id)).rejects.toThrow(
        ActiveRunError,
      );
      await claiming.resources.lock(resourceId);
    });

    expect(await inventory.run(id)).toMatchObject({ status: 'pending' });
  });
});
