import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { resourcesServiceRef } from '@terrastage/plugin-resources-node';
import { createTerraformApplyAction } from './actions/createTerraformApplyAction';
import { createTerraformDestroyAction } from './actions/createTerraformDestroyAction';
import { createTerraformExtendAction } from './actions/createTerraformExtendAction';
import { createTerraformPlanAction } from './actions/createTerraformPlanAction';
import { createTerraformUnlockAction } from './actions/createTerraformUnlockAction';
import { BundleReader } from './bundle/BundleReader';
import { SkeletonPublisher } from './bundle/SkeletonPublisher';
import { SkeletonReader } from './bundle/SkeletonReader';
import { readPublishEvery } from './config/readPublishEvery';
import { readSkeletonsLocation } from './config/readSkeletonsLocation';
import { PortalLinks } from '@terrastage/plugin-resources-common';
import { RunFollower } from './runs/RunFollower';

/** The actions `terraform:plan`, `terraform:apply`, `terraform:destroy`, `terraform:unlock` and `terraform:extend`. */
export const scaffolderModuleTerraform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'terraform',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        resources: resourcesServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({
        actions,
        auth,
        config,
        logger,
        resources,
        scheduler,
        urlReader,
      }) {
        const links = new PortalLinks(config.getString('app.baseUrl'));
        const skeletons = new SkeletonReader(
          readSkeletonsLocation(config),
          urlReader,
        );
        const deps = {
          bundles: new BundleReader(skeletons),
          resources,
          follower: new RunFollower(resources, auth, links),
          links,
          now: () => new Date(),
        };
        actions.addActions(
          createTerraformPlanAction(deps),
          createTerraformApplyAction(deps),
          createTerraformDestroyAction(deps),
          createTerraformUnlockAction(deps),
          createTerraformExtendAction(deps),
        );
        const publisher = new SkeletonPublisher({
          skeletons,
          resources,
          auth,
          logger,
        });
        await scheduler.scheduleTask({
          id: 'terraform-publish-skeletons',
          frequency: readPublishEvery(config),
          timeout: { minutes: 5 },
          initialDelay: { seconds: 3 },
          scope: 'local',
          fn: () => publisher.publish(),
        });
      },
    });
  },
});
