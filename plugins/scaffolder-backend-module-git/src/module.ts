import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createRenderSkeletonAction } from './actions/createRenderSkeletonAction';
import { createDestinationAction } from './actions/createDestinationAction';
import { createPublishGitAction } from './actions/createPublishGitAction';
import { createPublishGitBranchAction } from './actions/createPublishGitBranchAction';
import { readGitConfig } from './config/readGitConfig';

/** The actions `skeleton:render`, `git:destination`, `publish:git` and `publish:git:branch`. */
export const scaffolderModuleGit = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
      },
      async init({ actions, config, reader }) {
        const settings = readGitConfig(config);
        actions.addActions(
          createRenderSkeletonAction({
            ...settings,
            reader,
            integrations: ScmIntegrations.fromConfig(config),
          }),
          createDestinationAction(settings),
          createPublishGitAction(settings),
          createPublishGitBranchAction(settings),
        );
      },
    });
  },
});
