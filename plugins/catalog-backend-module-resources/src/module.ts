import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { PortalLinks } from '@terrastage/plugin-resources-common';
import { resourcesServiceRef } from '@terrastage/plugin-resources-node';
import { readProviderConfig } from './config/readProviderConfig';
import { besidePlaceholder } from './placeholders/besidePlaceholder';
import { keepUpToDate } from './provider/keepUpToDate';
import { ResourcesEntityProvider } from './provider/ResourcesEntityProvider';
import { ResourcesReader } from './provider/ResourcesReader';

/** The resources of the inventory as entities of the catalog, and the translations that templates have beside them. */
export const catalogModuleResources = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'terrastage-resources',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        resources: resourcesServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, config, lifecycle, logger, resources } = deps;
        const { events, scheduler } = deps;
        const provider = new ResourcesEntityProvider(
          new ResourcesReader(resources, auth),
          new PortalLinks(config.getString('app.baseUrl')),
          logger,
        );
        catalog.addEntityProvider(provider);
        catalog.addPlaceholderResolver('beside', besidePlaceholder);
        // Not before the catalog has connected its providers.
        lifecycle.addStartupHook(() =>
          keepUpToDate(provider, {
            ...readProviderConfig(config),
            events,
            lifecycle,
            logger,
            scheduler,
          }),
        );
      },
    });
  },
});
