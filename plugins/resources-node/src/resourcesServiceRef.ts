import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultResourcesService } from './DefaultResourcesService';
import type { ResourcesService } from './ResourcesService';

/** The resources plugin, for other backend plugins and modules. Nothing needs to be installed for it. */
export const resourcesServiceRef = createServiceRef<ResourcesService>({
  id: 'terrastage.resources',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      factory: ({ auth, discovery }) =>
        new DefaultResourcesService({ auth, discovery }),
    }),
});
