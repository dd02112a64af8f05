import {
  coreServices,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import { DefaultAuditorService } from '@backstage/backend-defaults/auditor';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { JsonObject } from '@backstage/types';
import policyModule from '@terrastage/plugin-permission-backend-module-terrastage';
import type { Knex } from 'knex';
import resourcesPlugin from '../index';
import { groupsOf, userEntities, type UserName } from './people';

export interface AuditEvent {
  eventId: string;
  outcome: 'success' | 'fail';
  /** Who asked. */
  actor?: string;
  /** What it was about. */
  meta?: JsonObject;
  error?: Error;
}

export interface PortalFeaturesOptions {
  knex: Knex;
  runsDir: string;
  /** The runner's program. Default: one that waits, for which the test speaks. */
  command?: string[];
  /** `resources.launcher.kubernetes`, in the place of processes. */
  kubernetes?: JsonObject;
  /** More under `resources.runs`. */
  runs?: JsonObject;
  /** More environment for runners. */
  env?: Record<string, string>;
  /** For runners that are processes. Default: none. */
  initCacheDir?: string;
  /** Defaults and limits of the environment `dev`, by type. */
  resourceTypes?: JsonObject;
  /** More configuration, beside `resources`. */
  config?: JsonObject;
  /** Gets what was audited. */
  audited?: AuditEvent[];
  /** Gets what was said on the events service. */
  published?: unknown[];
}

/** The plugin with the portal's own policy, and the services that tests put in the place of Backstage's own. */
export function portalFeatures(options: PortalFeaturesOptions) {
  return [
    resourcesPlugin,
    permissionPlugin,
    policyModule,
    permissionsServiceFactory,
    mockServices.database.factory({ knex: options.knex }),
    mockServices.rootConfig.factory({
      data: {
        ...options.config,
        permission: { enabled: true },
        resources: configOf(options),
      },
    }),
    authFactory(),
    mockServices.httpAuth.factory({
      defaultCredentials: mockCredentials.none(),
    }),
    catalogServiceMock.factory({ entities: userEntities }),
    userInfoFactory(),
    auditorFactory(options.audited ?? []),
    eventsFactory(options.published ?? []),
  ];
}

function configOf(options: PortalFeaturesOptions): JsonObject {
  const environment = {
    region: 'us-east-1',
    account: '123456789012',
    stateBucket: 'terrastage-state-dev',
  };
  return {
    admins: ['group:default/platform'],
    teamLeads: ['group:default/team-leads'],
    environments: {
      dev: { ...environment, resourceTypes: options.resourceTypes ?? {} },
      prod: { ...environment, title: 'Live' },
    },
    costCenters: [{ name: 'CC-1001', title: 'Payments' }],
    runs: { maxConcurrent: 4, grace: { seconds: 2 }, ...options.runs },
    launcher: {
      process: {
        command: options.command ?? ['sleep', '600'],
        runsDir: options.runsDir,
        ...(options.initCacheDir && { initCacheDir: options.initCacheDir }),
        env: { AWS_REGION: 'us-east-1', ...options.env },
      },
      ...(options.kubernetes && { kubernetes: options.kubernetes }),
    },
  };
}

/** As Backstage's own service, a token that one plugin gets on behalf of a user says which plugin that is. */
function authFactory() {
  return createServiceFactory({
    service: coreServices.auth,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }): AuthService => {
      const auth = mockServices.auth({ pluginId: plugin.getId() });
      return Object.assign(auth, {
        getPluginRequestToken: async ({
          onBehalfOf,
          targetPluginId,
        }: Parameters<AuthService['getPluginRequestToken']>[0]) => ({
          token: auth.isPrincipal(onBehalfOf, 'user')
            ? mockCredentials.user.token(onBehalfOf.principal.userEntityRef, {
                actor: { subject: `plugin:${plugin.getId()}` },
              })
            : mockCredentials.service.token({ onBehalfOf, targetPluginId }),
        }),
      });
    },
  });
}

function userInfoFactory() {
  return createServiceFactory({
    service: coreServices.userInfo,
    deps: {},
    factory: () => ({
      getUserInfo: async credentials => {
        const { userEntityRef } = credentials.principal as {
          userEntityRef: string;
        };
        const groups = groupsOf[userEntityRef.split('/')[1] as UserName] ?? [];
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
}

function auditorFactory(audited: AuditEvent[]) {
  return createServiceFactory({
    service: coreServices.auditor,
    deps: {
      auth: coreServices.auth,
      httpAuth: coreServices.httpAuth,
      plugin: coreServices.pluginMetadata,
    },
    factory: deps =>
      DefaultAuditorService.create(async event => {
        const { eventId, actor, meta } = event;
        const about = { eventId, actor: actor.actorId, meta };
        if (event.status === 'succeeded') {
          audited.push({ ...about, outcome: 'success' });
        } else if (event.status === 'failed') {
          audited.push({ ...about, outcome: 'fail', error: event.error });
        }
      }, deps),
  });
}

function eventsFactory(published: unknown[]) {
  return createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: (): EventsService => ({
      publish: async event => {
        published.push(event);
      },
      subscribe: async () => {},
    }),
  });
}
