import { randomUUID } from 'node:crypto';
import { resourceStatuses } from '@terrastage/plugin-resources-common';
import { seededRandom } from '../testing/seededRandom';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { everything } from '../access/Scope';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('the counts of resources', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await newDatabase();
    await db.knex.raw(
      `INSERT INTO bundles (digest, content, size_bytes, manifest, created_at)
       VALUES ('sha256:counted', '{"files":[]}', 12, '{}', now())`,
    );
  });

  const store = () => db.database.stores.resources;

  const insert = (ids: string[], owner = 'group:default/payments') =>
    db.knex.raw(
      `INSERT INTO resources (
         id, short_id, type, name, environment, status, owner, created_by, cost_center, template_version,
         bundle_digest, inputs, tags, region, account, state_bucket, state_key, state_region, created_at, updated_at)
       SELECT id, id, 'vpc', id, 'dev', 'active', ?, 'user:default/ana', 'CC-1001', '1.0.0', 'sha256:counted', '{}',
              '{}', 'us-east-1', '123456789012', 'states', id, 'us-east-1', now(), now()
       FROM unnest(?::text[]) AS id`,
      [owner, ids],
    );

  const newIds = (count: number) =>
    Array.from({ length: count }, () => randomUUID());

  const counted = async (table: string, count: string) => {
    const rows = await db
      .knex(table)
      .select('owner', 'type', 'environment', 'status')
      .select(db.knex.raw(`${count}::int AS count`))
      .groupBy('owner', 'type', 'environment', 'status')
      .havingRaw(`${count} <> 0`)
      .orderBy(['owner', 'type', 'environment', 'status']);
    return rows;
  };
  const kept = () => counted('resource_counts', 'sum(count)');
  const real = () => counted('resources', 'count(*)');

  const totals = async () => {
    const { total } = await store().list({
      scope: everything,
      filter: {},
      sort: 'name',
      order: 'asc',
      limit: 1,
    });
    return { total, facets: await store().facets(everything) };
  };

  it('are those of the resources after any changes', async () => {
    const { int, pick } = seededRandom(7);
    const ids = newIds(30);
    await insert(ids);

    for (let round = 0; round < 60; round += 1) {
      const some = ids.filter(() => int(1, 5) === 1);
      await db
        .knex('resources')
        .whereIn('id', some)
        .update({
          status: pick(resourceStatuses),
          owner: pick(['group:default/payments', 'group:default/storefront']),
          environment: pick(['dev', 'prod']),
        });
      if (round % 10 === 3) {
        await db.knex('resources').where({ id: ids.shift() }).delete();
      }
      if (round % 20 === 7) {
        await store().addCountsUp();
      }
    }

    expect(await kept()).toEqual(await real());
  });

  it('come with the change, not before it is committed, and go with one that is taken back', async () => {
    const [id] = newIds(1);
    await insert([id]);
    const delta = async () => (await totals()).total;

    const transaction = await db.knex.transaction();
    await transaction('resources').where({ id }).update({ status: 'deleted' });
    const before = await delta();
    await transaction.commit();
    const after = await delta();
    await expect(
      db.knex.transaction(async undone => {
        await undone('resources').where({ id }).update({ status: 'active' });
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');

    expect([before, after, await delta()]).toEqual([1, 0, 0]);
  });

  it('let two changes of one team go on at once, the one against the other', async () => {
    const [first, second] = newIds(2);
    await insert([first, second]);

    const one = await db.knex.transaction();
    const other = await db.knex.transaction();
    for (const [transaction, id, status] of [
      [one, first, 'updating'],
      [other, second, 'deleting'],
      [one, first, 'active'],
      [other, second, 'deleted'],
    ] as const) {
      await transaction('resources').where({ id }).update({ status });
    }
    await other.commit();
    await one.commit();

    expect(await kept()).toEqual(await real());
  });

  it('are the same when they have been added up, also by two at once', async () => {
    await insert(newIds(5));
    await insert(newIds(3), 'group:default/storefront');
    await db.knex('resources').update({ status: 'deleting' });
    const before = await totals();

    await Promise.all([store().addCountsUp(), store().addCountsUp()]);

    expect(await totals()).toEqual(before);
    expect(await db.knex('resource_counts').count({ rows: '*' })).toEqual([
      { rows: '2' },
    ]);
    expect(before).toEqual({
      total: 8,
      facets: {
        type: { vpc: 8 },
        environment: { dev: 8 },
        owner: { 'group:default/payments': 5, 'group:default/storefront': 3 },
        status: { deleting: 8 },
      },
    });
  });
});
