import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { plainGitUrlReaderFactory } from './catalog/plainGitUrlReaderFactory';
import { scaffolderModuleGit } from './module';

/** The scaffolder's actions, and what the catalog reads the repositories with that they make. */
export const gitFeatures = createBackendFeatureLoader({
  loader: () => [scaffolderModuleGit, plainGitUrlReaderFactory],
});
