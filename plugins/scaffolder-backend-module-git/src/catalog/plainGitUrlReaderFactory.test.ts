import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockServices,
  ServiceFactoryTester,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { Repository } from '../testing/Repository';
import { plainGitUrlReaderFactory } from './plainGitUrlReaderFactory';

jest.setTimeout(60_000);

const PLATFORM = `
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: flags }
spec: { owner: payments }
---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: flags-services }
spec: { targets: [./services/*/catalog-info.yaml] }
`;

const aService = (name: string) => ({
  [`services/${name}/openapi.json`]: `{"info": "${name}"}`,
  [`services/${name}/catalog-info.yaml`]: `
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: flags-${name} }
spec:
  type: openapi
  lifecycle: production
  owner: payments
  system: flags
  definition: { $text: ./openapi.json }
`,
});

let folder: string;
let repository: Repository;
let backend: TestBackend;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plain-git-catalog-'));
  const repositories = join(folder, 'repositories');
  repository = await Repository.make(repositories, 'flags');
  await repository.push({ 'catalog-info.yaml': PLATFORM, ...aService('auth') });
  backend = await startTestBackend({
    features: [
      catalogPlugin,
      plainGitUrlReaderFactory,
      mockServices.rootConfig.factory({
        data: {
          scaffolder: { git: { repositories } },
          catalog: {
            rules: [{ allow: ['System', 'API', 'Location'] }],
            locations: [
              { type: 'url', target: 'plain-git://flags/catalog-info.yaml' },
            ],
            stitchingStrategy: { mode: 'immediate' },
            processingInterval: { seconds: 1 },
          },
        },
      }),
    ],
  });
});

afterAll(async () => {
  await backend?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until it is there. */
async function entity(kind: string, name: string): Promise<Entity> {
  const port = backend.server.port();
  const path = `api/catalog/entities/by-name/${kind}/default/${name}`;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`);
    if (response.ok) return response.json();
    await sleep(50);
  }
}

it('brings a platform into the catalog, and what is merged later', async () => {
  const system = await entity('system', 'flags');
  const auth = await entity('api', 'flags-auth');

  expect(system.metadata.annotations).toMatchObject({
    'backstage.io/managed-by-location':
      'url:plain-git://flags/catalog-info.yaml',
  });
  expect(auth.spec?.definition).toBe('{"info": "auth"}');

  await repository.push(aService('billing'));

  const billing = await entity('api', 'flags-billing');
  expect(billing.spec?.definition).toBe('{"info": "billing"}');
});

it.each([
  ['catalog', 1],
  ['scaffolder', 0],
])('gives the plugin %s %i reader', async (plugin, count) => {
  const [factory] = await ServiceFactoryTester.from(
    plainGitUrlReaderFactory,
  ).getSubject(plugin);

  const readers = factory({
    config: mockServices.rootConfig(),
    logger: mockServices.logger.mock(),
    treeResponseFactory: {} as never,
  });

  expect(readers).toHaveLength(count);
});
