import { join } from 'node:path';
import { repositoryRoot } from '../../system/paths';

/** The folder of the skeleton of the feature-flag platform, or one in it. */
export function platformFolder(...parts: string[]): string {
  return join(repositoryRoot, 'skeletons/togglemaster/platform', ...parts);
}
