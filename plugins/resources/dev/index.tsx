import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import resourcesPlugin, { resourcesApiRef } from '../src';
import { scenario } from './scenario';

const fakePortal = createFrontendModule({
  pluginId: 'resources',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: resourcesApiRef,
          deps: {},
          factory: () => scenario(localStorage.getItem('scenario') ?? 'many'),
        }),
    }),
  ],
});

createDevApp({ features: [catalogPlugin, resourcesPlugin, fakePortal] });
