import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { RiStackLine } from '@remixicon/react';
import {
  RESOURCE_ID_ANNOTATION,
  ResourcesClient,
} from '@terrastage/plugin-resources-common';
import { resourcesApiRef } from './api/resourcesApiRef';
import {
  allResourcesRouteRef,
  changeRouteRef,
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

const resourceEntityContent = EntityContentBlueprint.make({
  name: 'resource',
  params: {
    path: '/terraform',
    title: 'Terraform',
    icon: <RiStackLine />,
    filter: entity =>
      entity.kind === 'Resource' &&
      Boolean(entity.metadata.annotations?.[RESOURCE_ID_ANNOTATION]),
    loader: () =>
      import('./resource/ResourceEntityContent').then(
        ({ ResourceEntityContent }) => <ResourceEntityContent />,
      ),
  },
});

const resourcePicker = FormFieldBlueprint.make({
  name: 'resource-picker',
  params: {
    field: () =>
      import('./fields/resourcePicker/resourcePickerField').then(
        ({ resourcePickerField }) => resourcePickerField,
      ),
  },
});

const environmentPicker = FormFieldBlueprint.make({
  name: 'environment-picker',
  params: {
    field: () =>
      import('./fields/fromOptions/environmentPickerField').then(
        ({ environmentPickerField }) => environmentPickerField,
      ),
  },
});

const costCenterPicker = FormFieldBlueprint.make({
  name: 'cost-center-picker',
  params: {
    field: () =>
      import('./fields/fromOptions/costCenterPickerField').then(
        ({ costCenterPickerField }) => costCenterPickerField,
      ),
  },
});

const allowedValuePicker = FormFieldBlueprint.make({
  name: 'allowed-value-picker',
  params: {
    field: () =>
      import('./fields/fromOptions/allowedValuePickerField').then(
        ({ allowedValuePickerField }) => allowedValuePickerField,
      ),
  },
});

const subnetPicker = FormFieldBlueprint.make({
  name: 'subnet-picker',
  params: {
    field: () =>
      import('./fields/subnetPicker/subnetPickerField').then(
        ({ subnetPickerField }) => subnetPickerField,
      ),
  },
});

const resourceContents = FormFieldBlueprint.make({
  name: 'resource-contents',
  params: {
    field: () =>
      import('./fields/resourceContents/resourceContentsField').then(
        ({ resourceContentsField }) => resourceContentsField,
      ),
  },
});

/** My resources, all resources, a resource and a run, and the fields of forms that ask for them. */
export const resourcesPlugin = createFrontendPlugin({
  pluginId: 'resources',
  title: 'Resources',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    all: allResourcesRouteRef,
    resource: resourceRouteRef,
    change: changeRouteRef,
    run: runRouteRef,
  },
  externalRoutes: { create: createResourceRouteRef },
  extensions: [
    resourcesApi,
    resourcesPage,
    resourceEntityContent,
    resourcePicker,
    environmentPicker,
    costCenterPicker,
    allowedValuePicker,
    subnetPicker,
    resourceContents,
  ],
});
