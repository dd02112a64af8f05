import { randomUUID } from 'node:crypto';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ResourceCondition } from '@terrastage/plugin-resources-node';
import { everything, narrowed, ownedBy, type Scope } from '../access/Scope';
import { readBundle } from '../bundles/readBundle';
import { bundleOf, createRequest } from '../testing/builders';
import { usePostgres, type TestDatabase } from '../testing/testDatabase';
import type { ListQuery } from './ListQuery';
import { newResource } from './newResource';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const team = (...names: string[]): ResourceCondition => ({
  fact: 'owner',
  values: names.map(name => `group:default/${name}`),
});
const inProd: ResourceCondition = { fact: 'environment', values: ['prod'] };

/** Conditions as policies nest them, and the names of what meets them. */
const cases: Array<[string, PermissionCriteria<ResourceCondition>, string[]]> =
  [
    ['nobody’s', team(), []],
    ['one team’s', team('payments'), ['payments-dev', 'payments-prod']],
    [
      'two teams’',
      team('payments', 'search'),
      ['payments-dev', 'payments-prod', 'search-dev', 'search-prod'],
    ],
    ['all of', { allOf: [team('payments'), inProd] }, ['payments-prod']],
    [
      'any of',
      { anyOf: [team('payments'), inProd] },
      ['payments-dev', 'payments-prod', 'search-prod', 'web-prod'],
    ],
    [
      'not',
      { not: team('payments') },
      ['search-dev', 'search-prod', 'web-dev', 'web-prod'],
    ],
    [
      'any of all of and not any of',
      {
        anyOf: [
          { allOf: [team('payments'), { not: inProd }] },
          { not: { anyOf: [team('payments', 'search'), { not: inProd }] } },
        ],
      },
      ['payments-dev', 'web-prod'],
    ],
  ];

describe('what is in a scope', () => {
  let db: TestDatabase;
  const ids: string[] = [];
  const store = () => db.database.stores.resources;

  beforeAll(async () => {
    db = await newDatabase();
    const bundle = readBundle(bundleOf());
    await db.database.stores.bundles.put(bundle, new Date(0));
    for (const owner of ['payments', 'search', 'web']) {
      for (const environment of ['dev', 'prod']) {
        const request = createRequest({
          name: `${owner}-${environment}`,
          environment,
        });
        const id = randomUUID();
        ids.push(id);
        await store().insert(
          newResource({
            id,
            shortId: id.slice(0, 6),
            request,
            variables: request.variables,
            owner: `group:default/${owner}`,
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
            now: new Date('2026-01-01T00:00:00.000Z'),
          }),
        );
      }
    }
  });

  const list = (scope: Scope, overrides: Partial<ListQuery> = {}) =>
    store().list({
      scope,
      filter: {},
      sort: 'name',
      order: 'asc',
      limit: 100,
      ...overrides,
    });

  it.each(cases)(
    '%s: listed, counted, summed up and read, and nothing else',
    async (_, criteria, expected) => {
      const scope: Scope = { all: false, criteria };

      const { items } = await list(scope);
      const { total } = await list(scope, { limit: 1 });
      const facets = await store().facets(scope);
      const read = await Promise.all(ids.map(id => store().get(id, scope)));

      expect(items.map(({ name }) => name)).toEqual(expected);
      expect(total).toBe(expected.length);
      for (const counts of Object.values(facets)) {
        const sum = Object.values(counts).reduce((all, one) => all + one, 0);
        expect(sum).toBe(expected.length);
      }
      expect(read.flatMap(each => (each ? [each.name] : []))).toEqual(expected);
    },
  );

  it('stays so beside what a request asks for', async () => {
    const scope: Scope = {
      all: false,
      criteria: { anyOf: [team('payments'), inProd] },
    };

    const { items, total } = await list(scope, {
      filter: { owner: ['group:default/search'] },
    });

    expect(items.map(({ name }) => name)).toEqual(['search-prod']);
    expect(total).toBe(1);
  });

  it('is what two scopes have in common', async () => {
    const payments = ownedBy(['group:default/payments']);
    const prod: Scope = { all: false, criteria: inProd };

    const { items } = await list(narrowed(payments, prod));

    expect(items.map(({ name }) => name)).toEqual(['payments-prod']);
    expect(narrowed(everything, payments)).toEqual(payments);
    expect(narrowed(payments, everything)).toEqual(payments);
    expect(narrowed(payments, ownedBy(['group:default/payments']))).toEqual(
      payments,
    );
  });
});
