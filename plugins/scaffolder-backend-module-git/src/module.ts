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
import { createLockWorkspaceAction } from './actions/createLockWorkspaceAction';
import { createReadAction } from './actions/createReadAction';
import { readGitConfig } from './config/readGitConfig';

/** The actions `skeleton:render`, `git:destination`, `git:read`, `publish:git`, `publish:git:branch` and `npm:workspace`. */
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
          createReadAction({ ...settings, reader }),
          createLockWorkspaceAction({ ...settings, reader }),
        );
      },
    });
  },
});
