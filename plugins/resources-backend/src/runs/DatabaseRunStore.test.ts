import { randomUUID } from 'node:crypto';
import { summary } from '../testing/builders';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import type { RunPatch } from './RunRecord';
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

  const queueEach = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let queued = 0; queued < count; queued += 1) {
      ids.push((await inventory.queue()).id);
    }
    return ids;
  };

  const withoutOwn = async (id: string) => ({
    ...(await inventory.run(id)),
    id: undefined,
    resourceId: undefined,
    variables: undefined,
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

  it('stores of many runs what it would store of each', async () => {
    const { runs } = inventory.database.stores;
    const patches: RunPatch[] = [
      {
        status: 'planned',
        attempt: 2,
        plannedAt: new Date('2026-02-03T04:05:06.789Z'),
        summary,
        waitsForApply: true,
        decisionNote: 'ação "a" \\ 1',
        stateTask: { lockId: 'a' },
      },
      {
        orphans: ['arn:aws:s3:::left'],
        maxRssBytes: 5_000_000_000,
        steps: [],
        applyStarted: true,
      },
      { status: 'planning', attempt: 1, eventSeq: 7 },
      { status: 'planning', attempt: 3, eventSeq: 9 },
    ];
    const each = await queueEach(patches.length);
    const one = await queueEach(patches.length);

    await runs.updateEach(
      patches.map((patch, index) => ({ id: each[index], patch })),
    );
    for (const [index, patch] of patches.entries()) {
      await runs.update(one[index], patch);
    }

    const stored = await Promise.all(each.map(withoutOwn));
    expect(stored).toEqual(await Promise.all(one.map(withoutOwn)));
    expect(stored).toMatchObject(patches);
  });
});
