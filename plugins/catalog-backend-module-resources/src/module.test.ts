import { setTimeout as sleep } from 'node:timers/promises';
import {
  createServiceFactory,
  createBackendModule,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import {
  RESOURCES_TOPIC,
  resourcesServiceRef,
} from '@terrastage/plugin-resources-node';
import catalogModuleResources from '.';
import { aResource } from './testing/aResource';
import { FakeInventory } from './testing/FakeInventory';

jest.setTimeout(60_000);

describe('catalogModuleResources', () => {
  let inventory: FakeInventory;
  let events: EventsService;
  let backend: TestBackend;

  beforeEach(async () => {
    inventory = new FakeInventory();
    inventory.put(aResource({ id: 'r-1', name: 'invoices' }));
    inventory.away = true;
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleResources,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'test-events',
          register: env =>
            env.registerInit({
              deps: { service: eventsServiceRef, _: coreServices.logger },
              async init({ service }) {
                events = service;
              },
            }),
        }),
        createServiceFactory({
          service: resourcesServiceRef,
          deps: {},
          factory: () => inventory.service(),
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            catalog: {
              providers: { terrastage: { debounce: { milliseconds: 50 } } },
              stitchingStrategy: { mode: 'immediate' },
              processingInterval: { seconds: 30 },
            },
          },
        }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
  });

  async function entity(name: string): Promise<Entity | undefined> {
    const port = backend.server.port();
    const response = await fetch(
      `http://127.0.0.1:${port}/api/catalog/entities/by-name/resource/default/${name}`,
    );
    return response.ok ? response.json() : undefined;
  }

  async function eventually<T>(
    read: () => Promise<T>,
    isSo: (value: T) => boolean,
  ): Promise<T> {
    for (;;) {
      const value = await read();
      if (isSo(value)) {
        return value;
      }
      await sleep(100);
    }
  }

  const changed = (resourceId: string) =>
    events.publish({
      topic: RESOURCES_TOPIC,
      eventPayload: { resourceIds: [resourceId] },
    });

  it('follows the inventory: away, there, new, changed, deleted', async () => {
    expect(await entity('invoices-a1b2c3')).toBeUndefined();

    inventory.away = false;
    const first = await eventually(
      () => entity('invoices-a1b2c3'),
      found => found !== undefined,
    );
    expect(first?.relations).toContainEqual({
      type: 'ownedBy',
      targetRef: 'group:default/payments',
    });

    const receipts = aResource({
      id: 'r-2',
      name: 'receipts',
      status: 'creating',
    });
    inventory.put(receipts);
    await changed('r-2');
    await eventually(
      () => entity('receipts-a1b2c3'),
      found => found !== undefined,
    );

    inventory.put({ ...receipts, status: 'active' });
    await changed('r-2');
    await eventually(
      () => entity('receipts-a1b2c3'),
      found => found?.metadata.labels?.['terrastage.io/status'] === 'active',
    );

    inventory.put({ ...receipts, status: 'deleted' });
    await changed('r-2');
    await eventually(
      () => entity('receipts-a1b2c3'),
      found => found === undefined,
    );
    expect(await entity('invoices-a1b2c3')).toBeDefined();
  });
});
