import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { JsonArray } from '@backstage/types';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { parse } from 'yaml';
import { repositoryRoot } from '../system/paths';
import { newTemplate } from './newTemplate';
import { TemplateRepository } from './testing/TemplateRepository';

jest.setTimeout(120_000);

type Location = { target: string; rules: JsonArray };

/** The location of templates in the configuration that is shipped. */
function templatesLocation(): Location {
  const config = parse(
    readFileSync(join(repositoryRoot, 'app-config.yaml'), 'utf8'),
  ) as { catalog: { locations: Location[] } };
  return config.catalog.locations.find(({ target }) =>
    target.includes('templates/'),
  )!;
}

describe('templates in a portal that runs', () => {
  let repository: TemplateRepository;
  let portal: TestBackend;

  beforeAll(async () => {
    repository = await TemplateRepository.with('event-log');
    const { target, ...location } = templatesLocation();
    portal = await startTestBackend({
      features: [
        catalogPlugin,
        templateModel,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              // A start says more seconds; here nobody waits for them.
              processingInterval: { seconds: 1 },
              stitchingStrategy: { mode: 'immediate' },
              locations: [
                {
                  ...location,
                  type: 'file',
                  target: target.replace('../..', repository.root),
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await repository?.remove();
  });

  async function titleOf(name: string): Promise<string | undefined> {
    const response = await fetch(
      `http://localhost:${portal.server.port()}/api/catalog/entities/by-name/template/default/${name}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    if (response.status === 404) return undefined;
    const entity = (await response.json()) as { metadata: { title?: string } };
    return entity.metadata.title;
  }

  /** Asks until the answer is the wanted one; the test's own deadline ends it. */
  async function untilTitle(name: string, title: string | undefined) {
    while ((await titleOf(name)) !== title) await sleep(200);
  }

  it('are there from the start, change and come without a restart', async () => {
    await untilTitle('event-log', 'Event log');

    await repository.replace(
      'templates/event-log/template.yaml',
      'title: Event log',
      'title: Log of events',
    );
    await untilTitle('event-log', 'Log of events');

    await newTemplate(repository.root, 'audit-log');
    await untilTitle('audit-log', 'Audit log');

    expect(await titleOf('event-log')).toBe('Log of events');
  });
});
