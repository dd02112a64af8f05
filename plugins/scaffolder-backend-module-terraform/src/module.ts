import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { resourcesServiceRef } from '@terrastage/plugin-resources-node';
import { createTerraformApplyAction } from './actions/createTerraformApplyAction';
import { createTerraformDestroyAction } from './actions/createTerraformDestroyAction';
import { createTerraformPlanAction } from './actions/createTerraformPlanAction';
import { BundleReader } from './bundle/BundleReader';
import { SkeletonReader } from './bundle/SkeletonReader';
import { readSkeletonsLocation } from './config/readSkeletonsLocation';
import { PortalLinks } from '@terrastage/plugin-resources-common';
import { RunFollower } from './runs/RunFollower';

/** The actions `terraform:plan`, `terraform:apply` and `terraform:destroy`. */
export const scaffolderModuleTerraform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terraform',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        resources: resourcesServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({ actions, auth, config, resources, urlReader }) {
        const links = new PortalLinks(config.getString('app.baseUrl'));
        const deps = {
          bundles: new BundleReader(
            new SkeletonReader(readSkeletonsLocation(config), urlReader),
          ),
          resources,
          follower: new RunFollower(resources, auth, links),
          links,
          now: () => new Date(),
        };
        actions.addActions(
          createTerraformPlanAction(deps),
          createTerraformApplyAction(deps),
          createTerraformDestroyAction(deps),
        );
      },
    });
  },
});
