import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** My resources. */
export const rootRouteRef = createRouteRef();

/** All resources, for admins. */
export const allResourcesRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/all',
});

export const resourceRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:resourceId',
});

/** Versions of a resource's state. */
export const stateRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:resourceId/state',
});

export const changeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:resourceId/change',
});

export const runRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/runs/:runId',
});

/** Where a resource is made; the scaffolder's page unless the app binds another. */
export const createResourceRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
