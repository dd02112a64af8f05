import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readRoles } from '@terrastage/plugin-resources-node';
import { TerrastagePolicy } from './policy/TerrastagePolicy';

/** The permission policy of the portal. */
export const permissionModuleTerrastage = createBackendModule({
  pluginId: 'permission',
  moduleId: 'terrastage-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ config, policy }) {
        policy.setPolicy(new TerrastagePolicy(readRoles(config)));
      },
    });
  },
});
