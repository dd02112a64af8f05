import { resolve } from 'node:path';
import type { Config } from '@backstage/config';

const DEFAULT = '../../skeletons/terraform';

/**
 * Where the skeletons are: the URL of a folder in a repository, or an absolute path. A relative path is taken
 * from the folder that the backend process runs in.
 */
export function readSkeletonsLocation(config: Config): string {
  const location =
    config.getOptionalString('scaffolder.terraform.skeletons') ?? DEFAULT;
  return /^https?:\/\//.test(location) ? location : resolve(location);
}
