import { setTimeout as sleep } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { resourcesServiceRef } from '@terrastage/plugin-resources-node';
import scaffolderModuleTerraform from '..';
import type { FakeResourcesService } from './FakeResourcesService';

export interface TaskAnswer {
  status: string;
  output: {
    links?: Array<{ title: string; url?: string; entityRef?: string }>;
    text?: Array<{ title: string; content: string }>;
    error?: { name: string; message: string };
  };
}

export interface TestScaffolder {
  /** Submits the form of a template. The answer is the HTTP status, and the task's id when it was taken. */
  submit(
    template: TemplateEntityV1beta3,
    values: JsonObject,
  ): Promise<{ status: number; id?: string }>;
  cancel(taskId: string): Promise<void>;
  /** Tries a template without a task. The answer is the log; a failure throws what the scaffolder answers. */
  dryRun(
    template: TemplateEntityV1beta3,
    values: JsonObject,
  ): Promise<string[]>;
  /** Ids of the installed actions. */
  actions(): Promise<string[]>;
  /** Waits until a task is over. */
  ended(taskId: string): Promise<TaskAnswer>;
  stop(): Promise<void>;
}

/** The real scaffolder with the module of this package, around a fake of the portal. */
export async function startScaffolder(options: {
  resources: FakeResourcesService;
  skeletons: string;
  templates: TemplateEntityV1beta3[];
}): Promise<TestScaffolder> {
  const { resources, skeletons, templates } = options;
  const user: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'mock', namespace: 'default' },
    spec: {},
  };
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleTerraform,
      catalogServiceMock.factory({ entities: [user, ...templates] }),
      createServiceFactory({
        service: resourcesServiceRef,
        deps: {},
        factory: () => resources,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          scaffolder: { terraform: { skeletons } },
        },
      }),
    ],
  });
  const request = async (path: string, init: RequestInit = {}) =>
    fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2${path}`,
      {
        ...init,
        headers: {
          authorization: mockCredentials.user.header(),
          'content-type': 'application/json',
        },
      },
    );
  return {
    async submit({ metadata: { name } }, values) {
      const response = await request('/tasks', {
        method: 'POST',
        body: JSON.stringify({
          templateRef: `template:default/${name}`,
          values,
        }),
      });
      const { id } = await response.json();
      return { status: response.status, id };
    },
    async cancel(taskId) {
      await request(`/tasks/${taskId}/cancel`, { method: 'POST' });
    },
    async dryRun(template, values) {
      const response = await request('/dry-run', {
        method: 'POST',
        body: JSON.stringify({ template, values, directoryContents: [] }),
      });
      if (!response.ok) {
        throw new Error(await response.text());
      }
      const { log }: { log: Array<{ body: { message: string } }> } =
        await response.json();
      return log.map(({ body }) => body.message);
    },
    async actions() {
      const answer: Array<{ id: string }> = await (
        await request('/actions')
      ).json();
      return answer.map(({ id }) => id);
    },
    async ended(taskId) {
      for (;;) {
        const response = await request(`/tasks/${taskId}`);
        const { status } = await response.json();
        if (status !== 'open' && status !== 'processing') {
          return { status, output: await outputOf(taskId) };
        }
        await sleep(50);
      }
    },
    stop: () => backend.stop(),
  };

  async function outputOf(taskId: string): Promise<TaskAnswer['output']> {
    const response = await request(`/tasks/${taskId}/events`);
    const taskEvents: Array<{ type: string; body: JsonObject }> =
      await response.json();
    const { body } = taskEvents.find(({ type }) => type === 'completion')!;
    return {
      ...(body.output as object),
      ...(body.error ? { error: body.error } : {}),
    } as TaskAnswer['output'];
  }
}
