import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { PortalLinks } from '@terrastage/plugin-resources-common';
import { aResource } from '../testing/aResource';
import { FakeInventory } from '../testing/FakeInventory';
import { ResourcesEntityProvider } from './ResourcesEntityProvider';
import { ResourcesReader } from './ResourcesReader';

const invoices = aResource({ id: 'r-1', name: 'invoices' });
const receipts = aResource({
  id: 'r-2',
  name: 'receipts',
  entityRef: 'resource:default/receipts-d4e5f6',
});
const reports = aResource({
  id: 'r-3',
  name: 'reports',
  entityRef: 'resource:default/reports-g7h8i9',
});

describe('ResourcesEntityProvider', () => {
  let inventory: FakeInventory;
  let mutations: EntityProviderMutation[];
  let provider: ResourcesEntityProvider;

  beforeEach(async () => {
    inventory = new FakeInventory();
    mutations = [];
    provider = new ResourcesEntityProvider(
      new ResourcesReader(
        inventory.service(),
        mockServices.auth({ pluginId: 'catalog' }),
      ),
      new PortalLinks('https://portal.example.com'),
      mockServices.logger.mock(),
    );
    await provider.connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
  });

  const namesOf = (mutation: EntityProviderMutation) =>
    (mutation.type === 'full' ? mutation.entities : mutation.added).map(
      ({ entity }) => entity.metadata.name,
    );

  it('has a name that stays the same', () => {
    expect(provider.getProviderName()).toBe('terrastage-resources');
  });

  it('brings all pages of the inventory, the oldest first', async () => {
    inventory.put(invoices, receipts, reports);

    await provider.reconcile();

    expect(mutations).toHaveLength(1);
    expect(mutations[0].type).toBe('full');
    expect(namesOf(mutations[0])).toEqual([
      'invoices-a1b2c3',
      'receipts-d4e5f6',
      'reports-g7h8i9',
    ]);
    expect(inventory.listed).toEqual([
      { sort: 'createdAt', order: 'asc', limit: 200 },
    ]);
  });

  it('changes nothing when the inventory cannot be read', async () => {
    inventory.put(invoices);
    inventory.away = true;

    await expect(provider.reconcile()).rejects.toThrow('503');

    expect(mutations).toEqual([]);
  });

  it('goes on after a failure', async () => {
    inventory.put(invoices);
    inventory.away = true;
    await provider.reconcile().catch(() => {});
    inventory.away = false;

    await provider.reconcile();

    expect(mutations).toHaveLength(1);
  });

  it('brings what has changed, and takes away what is deleted or a draft', async () => {
    inventory.put(
      invoices,
      { ...receipts, status: 'deleted' },
      { ...reports, status: 'draft' },
    );

    await provider.update(['r-1', 'r-2', 'r-3']);

    expect(mutations).toHaveLength(1);
    expect(namesOf(mutations[0])).toEqual(['invoices-a1b2c3']);
    expect(mutations[0]).toMatchObject({
      type: 'delta',
      removed: [
        { entityRef: 'resource:default/receipts-d4e5f6' },
        { entityRef: 'resource:default/reports-g7h8i9' },
      ],
    });
  });

  it('reads all again when a resource is gone without a trace', async () => {
    inventory.put(invoices);

    await provider.update(['r-1', 'r-gone']);

    expect(mutations.map(({ type }) => type)).toEqual(['delta', 'full']);
  });

  it('reads all at once when very many have changed', async () => {
    inventory.put(invoices);
    const ids = Array.from({ length: 101 }, (_, index) => `r-${index}`);

    await provider.update(ids);

    expect(mutations.map(({ type }) => type)).toEqual(['full']);
  });

  it('lets what changes while all are read come after them', async () => {
    inventory.put(invoices);
    const reconciling = provider.reconcile();
    inventory.put(receipts);
    const updating = provider.update(['r-2']);

    await Promise.all([reconciling, updating]);

    expect(mutations.map(({ type }) => type)).toEqual(['full', 'delta']);
    expect(namesOf(mutations[1])).toEqual(['receipts-d4e5f6']);
  });
});
