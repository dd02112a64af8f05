import { randomUUID } from 'node:crypto';
import { resourceSortColumns } from '@terrastage/plugin-resources-common';
import { everything, ownedBy } from '../access/Scope';
import { readBundle } from '../bundles/readBundle';
import { bundleOf, createRequest, stateRecord } from '../testing/builders';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import { decodeCursor } from './cursor';
import type { ListQuery } from './ListQuery';
import { newResource } from './newResource';
import type { ResourcePatch, ResourceRecord } from './ResourceRecord';
import { NameTakenError, ShortIdTakenError } from './ResourceStore';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const bundle = readBundle(bundleOf());

describe('DatabaseResourceStore', () => {
  let db: TestDatabase;

  beforeEach(async () => {
    db = await newDatabase();
    await db.database.stores.bundles.put(bundle, new Date(0));
  });

  const resource = (
    overrides: Partial<Parameters<typeof createRequest>[0]> & {
      shortId?: string;
      owner?: string;
      now?: Date;
    } = {},
  ): ResourceRecord => {
    const { shortId = randomUUID().slice(0, 6), now, ...rest } = overrides;
    const request = createRequest(rest);
    return newResource({
      id: randomUUID(),
      shortId,
      request,
      variables: request.variables,
      owner: request.owner,
      createdBy: 'user:default/ana',
      environment: {
        region: 'us-east-1',
        account: '123456789012',
        stateBucket: 'states',
        resourceTypes: {},
        lifetime: {},
      },
      manifest: bundle.manifest,
      bundleDigest: bundle.digest,
      status: 'creating',
      now: now ?? new Date('2026-01-01T00:00:00.000Z'),
    });
  };

  const store = () => db.database.stores.resources;

  it('stores of many what it would store of each, and locks them by their ids', async () => {
    const patches: ResourcePatch[] = [
      {
        status: 'active',
        outputs: { arn: { value: 'arn:aws:s3:::a', sensitive: false } },
        links: [{ title: 'Console', url: 'https://example.com/?a="1"' }],
        state: stateRecord(),
      },
      {
        status: 'deleted',
        links: [],
        deletedAt: new Date('2026-02-03T04:05:06.789Z'),
      },
      {
        links: [],
        run: { id: 'run', operation: 'apply', status: 'planning' },
      },
    ];
    const made = patches.map((_, index) => resource({ name: `each-${index}` }));
    const other = patches.map((_, index) => resource({ name: `one-${index}` }));
    for (const one of [...made, ...other]) {
      await store().insert(one);
    }
    const time = new Date('2026-03-01T00:00:00.000Z');

    await store().updateEach(
      patches.map((patch, index) => ({ id: made[index].id, patch })),
      time,
    );
    for (const [index, patch] of patches.entries()) {
      await store().update(other[index].id, patch, time);
    }

    const stored = await db.database.transaction(({ resources }) =>
      resources.lockEach([...made, ...other].map(({ id }) => id)),
    );
    const own = { id: 0, shortId: 0, name: 0, stateKey: 0, tags: 0, inputs: 0 };
    const storedOf = (each: ResourceRecord[]) =>
      each.map(({ id }) => ({ ...stored.get(id), ...own }));
    expect(storedOf(made)).toEqual(storedOf(other));
    expect(storedOf(made)).toMatchObject(
      patches.map(patch => ({ ...patch, updatedAt: time })),
    );
    expect(await store().lockEach([])).toEqual(new Map());
  });

  it('gives back what it was given', async () => {
    const given = resource({
      description: 'açúcar',
      system: 'system:default/receipts',
      templateRef: 'template:default/s3-bucket',
      expiresAt: '2999-01-01T00:00:00.000Z',
    });
    await store().insert(given);
    await store().update(
      given.id,
      { status: 'active', state: stateRecord(7) },
      given.updatedAt,
    );

    expect(await store().get(given.id, everything)).toEqual({
      ...given,
      status: 'active',
      state: stateRecord(7),
    });
  });

  it('shows nothing of owners out of scope', async () => {
    const given = resource();
    await store().insert(given);
    const as = (...owners: string[]) => store().get(given.id, ownedBy(owners));

    expect(await as(given.owner)).toMatchObject({ id: given.id });
    expect(await as('group:default/other')).toBeUndefined();
    expect(await as()).toBeUndefined();
  });

  it('tells apart what is taken', async () => {
    const given = resource({ shortId: 'aaaaaa' });
    await store().insert(given);

    await expect(store().insert(resource())).rejects.toThrow(NameTakenError);
    await expect(
      store().insert(resource({ name: 'another', shortId: 'aaaaaa' })),
    ).rejects.toThrow(ShortIdTakenError);
  });

  it('frees a name with the deletion', async () => {
    const given = resource();
    await store().insert(given);
    await store().update(given.id, { status: 'deleted' }, given.updatedAt);

    await store().insert(resource());

    expect(await store().findLive(given)).toMatchObject({ status: 'creating' });
  });

  it('removes old drafts alone', async () => {
    const draft = { ...resource(), status: 'draft' as const };
    const live = resource();
    await store().insert(draft);
    await store().insert(live);

    expect(await store().removeDrafts(draft.createdAt)).toBe(0);
    expect(await store().removeDrafts(new Date('2026-01-02'))).toBe(1);
    expect(await store().get(live.id, everything)).toBeDefined();
  });

  describe('the list', () => {
    const COUNT = 11;

    beforeEach(async () => {
      for (let index = 0; index < COUNT; index += 1) {
        const now = new Date(Date.UTC(2026, 0, 1, 0, 0, 0, index % 3));
        await store().insert(
          resource({
            name: `bucket-${index}`,
            type: ['vpc', 's3-bucket'][index % 2],
            environment: ['dev', 'prod'][index % 2],
            owner: `group:default/team-${index % 3}`,
            expiresAt:
              index % 2
                ? undefined
                : `2027-01-0${1 + (index % 4)}T00:00:00.000Z`,
            now,
          }),
        );
      }
    });

    const query = (overrides: Partial<ListQuery>): ListQuery => ({
      scope: everything,
      filter: {},
      sort: 'createdAt',
      order: 'desc',
      limit: 3,
      ...overrides,
    });

    const walk = async (
      direction: 'nextCursor' | 'prevCursor',
      given: ListQuery,
    ) => {
      const pages: string[][] = [];
      let cursor = given.cursor;
      let last: string | undefined;
      do {
        const page = await store().list({ ...given, cursor });
        expect(page.total).toBe(COUNT);
        pages.push(page.items.map(({ id }) => id));
        last = page[direction];
        cursor = last === undefined ? undefined : decodeCursor(last, given);
      } while (cursor);
      return pages;
    };

    describe.each(resourceSortColumns)('by %s', sort => {
      it.each(['asc', 'desc'] as const)(
        'has every resource once, forwards and backwards, %s',
        async order => {
          const whole = await store().list(query({ sort, order, limit: 200 }));
          const ids = whole.items.map(({ id }) => id);
          const lastPage = await store().list(
            query({ sort, order, limit: 10 }),
          );
          const end = await store().list(
            query({
              sort,
              order,
              cursor: decodeCursor(lastPage.nextCursor!, { sort, order }),
            }),
          );

          const forwards = await walk('nextCursor', query({ sort, order }));
          const backwards = await walk(
            'prevCursor',
            query({
              sort,
              order,
              cursor: decodeCursor(end.prevCursor!, { sort, order }),
            }),
          );

          expect(new Set(ids).size).toBe(COUNT);
          expect(forwards.flat()).toEqual(ids);
          expect(backwards.reverse().flat()).toEqual(ids.slice(0, 10));
        },
      );
    });

    it('puts what never expires behind what does', async () => {
      const { items } = await store().list(
        query({ sort: 'expiresAt', order: 'asc', limit: 200 }),
      );

      const never = items.map(({ expiresAt }) => expiresAt === undefined);
      expect(never).toEqual([...never].sort());
    });

    it('is read through its indexes', async () => {
      const sorted = { sort: 'name', order: 'asc' } as const;
      const first = await store().list(query(sorted));
      const statements: Array<{ sql: string; bindings: string[] }> = [];
      db.knex.on('query', statement => statements.push(statement));
      await store().list(
        query({ ...sorted, cursor: decodeCursor(first.nextCursor!, sorted) }),
      );
      const page = statements.find(({ sql }) => /order by/i.test(sql))!;

      const plan = await db.knex.transaction(async transaction => {
        // The table is small: without this the planner reads it whole.
        await transaction.raw('SET LOCAL enable_seqscan = off');
        const { rows } = await transaction.raw(
          `EXPLAIN ${page.sql.replace(/\$\d+/g, '?')}`,
          page.bindings,
        );
        return JSON.stringify(rows);
      });

      expect(plan).toContain('Index Scan using resources_list_name');
      expect(plan).not.toContain('Sort');
    });
  });
});
