import {
  ApiBlueprint,
  appLanguageApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { TranslatedCatalogClient } from './TranslatedCatalogClient';
import { TranslatedScaffolderClient } from './TranslatedScaffolderClient';

// Both take the places of the plugins' own clients, whose extensions have the same ids.
const scaffolderApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: scaffolderApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        identityApi: identityApiRef,
        language: appLanguageApiRef,
        scmIntegrationsApi: scmIntegrationsApiRef,
      },
      factory: deps => new TranslatedScaffolderClient(deps),
    }),
});

const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: {
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        language: appLanguageApiRef,
      },
      factory: deps => new TranslatedCatalogClient(deps),
    }),
});

/** Templates in the visitor's language. */
export const templatesModules = [
  createFrontendModule({
    pluginId: 'scaffolder',
    extensions: [scaffolderApi],
  }),
  createFrontendModule({ pluginId: 'catalog', extensions: [catalogApi] }),
];
