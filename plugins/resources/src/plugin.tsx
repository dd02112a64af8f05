import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import { ResourcesClient } from '@terrastage/plugin-resources-common';
import { resourcesApiRef } from './api/resourcesApiRef';
import {
  allResourcesRouteRef,
  createResourceRouteRef,
  resourceRouteRef,
  rootRouteRef,
  runRouteRef,
} from './routes';

const resourcesApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: resourcesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ResourcesClient(deps),
    }),
});

const resourcesPage = PageBlueprint.make({
  params: {
    path: '/resources',
    title: 'Resources',
    icon: <RiStackLine size={24} />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () =>
      import('./ResourcesRouter').then(({ ResourcesRouter }) => (
        <ResourcesRouter />
      )),
  },
});

/** My resources, all resources, a resource and a run. */
export const resourcesPlugin = createFrontendPlugin({
  pluginId: 'resources',
  title: 'Resources',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    all: allResourcesRouteRef,
    resource: resourceRouteRef,
    run: runRouteRef,
  },
  externalRoutes: { create: createResourceRouteRef },
  extensions: [resourcesApi, resourcesPage],
});
