import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import resourcesPlugin, { resourcesApiRef } from '../src';
import { scenarioOf } from './scenarioOf';

/**
 * The pages over a portal in memory. `localStorage.scenario` chooses what it holds: `many` (default), `empty`,
 * `loading`, `broken` or `long`, whose run has 20,000 lines of log.
 */
const fakePortal = createFrontendModule({
  pluginId: 'resources',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: resourcesApiRef,
          deps: {},
          factory: () => scenarioOf(localStorage.getItem('scenario')),
        }),
    }),
  ],
});

createDevApp({ features: [catalogPlugin, resourcesPlugin, fakePortal] });
