import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import gitModule from '@terrastage/plugin-scaffolder-backend-module-git';
import { parse } from 'yaml';
import { repositoryRoot } from '../../system/paths';

export type Scaffolder = {
  /** Submits a form and waits for its end. @throws Error with the log of a task that failed */
  submit(template: string, values: object): Promise<void>;
  /** The locations that the catalog got. */
  registered: ReadonlySet<string>;
  stop(): Promise<void>;
};

const USER: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: { profile: { displayName: 'Ana', email: 'ana@example.com' } },
};

/** The real scaffolder with the templates of the platform and plain Git below a folder as their destination. */
export async function startScaffolder(
  repositories: string,
): Promise<Scaffolder> {
  const templates = ['platform', 'service'].map(readTemplate);
  const catalog = catalogServiceMock({ entities: [USER, ...templates] });
  const registered = new Set<string>();
  catalog.addLocation = async ({ type = 'url', target }) => {
    registered.add(target);
    const entityRef = 'location:default/registered';
    return { location: { id: target, type, target, entityRef }, entities: [] };
  };
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      gitModule,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({
        data: {
          scaffolder: {
            git: { repositories, skeletons: join(repositoryRoot, 'skeletons') },
          },
        },
      }),
    ],
  });
  const ask = async (path: string, body?: object) => {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  return {
    async submit(template, values) {
      const templateRef = `template:default/togglemaster-${template}`;
      const { id } = await ask('/tasks', { templateRef, values });
      for (;;) {
        const { status } = await ask(`/tasks/${id}`);
        if (status === 'completed') return;
        if (status !== 'open' && status !== 'processing') {
          const events: Array<{ body: { message: string } }> = await ask(
            `/tasks/${id}/events`,
          );
          throw new Error(events.map(({ body }) => body.message).join('\n'));
        }
        await sleep(50);
      }
    },
    registered,
    stop: () => backend.stop(),
  };
}

function readTemplate(name: string): TemplateEntityV1beta3 {
  const file = `templates/togglemaster-${name}/template.yaml`;
  return parse(readFileSync(join(repositoryRoot, file), 'utf8'), {
    merge: true,
  });
}
