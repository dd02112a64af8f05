import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { EventsService } from '@backstage/plugin-events-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type {
  CreateResourceRequest,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { tempDir } from '@terrastage/local/testing';
import type { Knex } from 'knex';
import request from 'supertest';
import { readProcessFile } from '../launchers/process/runFolder';
import resourcesPlugin from '../index';
import { createRequest } from './builders';
import { TestRunner } from './TestRunner';

/** Who is in which groups. `gus` has no entity in the catalog. */
const groupsOf: Record<string, string[]> = {
  ana: ['payments'],
  bob: ['storefront'],
  pia: ['platform'],
  gus: ['payments'],
};

const users: Entity[] = ['ana', 'bob', 'pia'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: groupsOf[name] },
}));

export type UserName = keyof typeof groupsOf;

const refOf = (name: string) => `user:default/${name}`;

/** The `Authorization` of a user who asks by the pages, not by the scaffolder. */
export const asUser = (name: string) =>
  mockCredentials.user.header(refOf(name));

/** The `Authorization` of the scaffolder on behalf of a user. */
export const viaScaffolder = (name: string, subject = 'plugin:scaffolder') =>
  `Bearer ${mockCredentials.user.token(refOf(name), { actor: { subject } })}`;

/** The `Authorization` of another plugin for itself. */
export const asService = (subject: string) =>
  `Bearer ${mockCredentials.service.token({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'resources',
  })}`;

export interface TestPortalOptions {
  knex: Knex;
  /** Kept between portals that share runners. Default: one of its own. */
  runsDir?: string;
  /** The runner's program. Default: one that waits, for which the test speaks. */
  command?: string[];
  /** More under `resources.runs`. */
  runs?: JsonObject;
  /** More environment for runners. */
  env?: Record<string, string>;
}

export interface AuditEvent {
  eventId: string;
  outcome: 'success' | 'fail';
  error?: Error;
}

function configOf(options: TestPortalOptions, runsDir: string): JsonObject {
  const environment = {
    region: 'us-east-1',
    account: '123456789012',
    stateBucket: 'terrastage-state-dev',
  };
  return {
    admins: ['group:default/platform'],
    environments: { dev: environment, prod: { ...environment, title: 'Live' } },
    costCenters: [{ name: 'CC-1001', title: 'Payments' }],
    runs: { maxConcurrent: 4, grace: { seconds: 2 }, ...options.runs },
    launcher: {
      process: {
        command: options.command ?? ['sleep', '600'],
        runsDir,
        env: { AWS_REGION: 'us-east-1', ...options.env },
      },
    },
  };
}

const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async credentials => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      const groups = groupsOf[userEntityRef.split('/')[1]] ?? [];
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...groups.map(group => `group:default/${group}`),
        ],
      };
    },
  }),
});

const auditorFactory = (events: AuditEvent[]) =>
  createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => ({
      createEvent: async ({ eventId }) => ({
        success: async () => {
          events.push({ eventId, outcome: 'success' });
        },
        fail: async ({ error }) => {
          events.push({ eventId, outcome: 'fail', error });
        },
      }),
    }),
  });

const eventsFactory = (published: unknown[]) =>
  createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: (): EventsService => ({
      publish: async event => {
        published.push(event);
      },
      subscribe: async () => {},
    }),
  });

/** The plugin in a backend of its own, with runners that do nothing until the test speaks for them. */
export class TestPortal {
  static async start(options: TestPortalOptions): Promise<TestPortal> {
    const runsDir = options.runsDir ?? (await tempDir('terrastage-runs-')).path;
    const published: unknown[] = [];
    const audited: AuditEvent[] = [];
    const backend = await startTestBackend({
      features: [
        resourcesPlugin,
        mockServices.database.factory({ knex: options.knex }),
        mockServices.rootConfig.factory({
          data: { resources: configOf(options, runsDir) },
        }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        catalogServiceMock.factory({ entities: users }),
        userInfoFactory,
        auditorFactory(audited),
        eventsFactory(published),
      ],
    });
    return new TestPortal(backend, runsDir, published, audited);
  }

  readonly url: string;

  private constructor(
    private readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    readonly runsDir: string,
    /** What was said on the events service. */
    readonly published: unknown[],
    readonly audited: AuditEvent[],
  ) {
    this.url = `http://localhost:${backend.server.port()}/api/resources/v1`;
  }

  get(path_: string, authorization: string) {
    return request(this.url).get(path_).set('authorization', authorization);
  }

  post(path_: string, authorization: string, body: object = {}) {
    return request(this.url)
      .post(path_)
      .set('authorization', authorization)
      .send(body);
  }

  /** Has a resource made by the scaffolder on behalf of `ana`, and fails when that is refused. */
  async create(
    overrides: Partial<CreateResourceRequest> = {},
    user: UserName = 'ana',
  ): Promise<StartedRun> {
    const response = await this.post(
      '/resources',
      viaScaffolder(String(user)),
      createRequest(overrides),
    ).expect(202);
    return response.body;
  }

  /** The runner of a run, once it was launched; the test speaks for it. */
  runner(runId: string, attempt = 1): Promise<TestRunner> {
    return TestRunner.of(this, runId, attempt);
  }

  /** Stops the portal; its runners go on. */
  async stop(): Promise<void> {
    await this.backend.stop();
  }

  /** Ends the runners of this portal's folder. */
  async killRunners(): Promise<void> {
    for (const name of await readdir(this.runsDir)) {
      const file = await readProcessFile(
        path.join(this.runsDir, name, 'process.json'),
      );
      try {
        if (file) process.kill(-file.pid, 'SIGKILL');
      } catch {
        // It is gone.
      }
    }
  }
}
