import { join } from 'node:path';
import { repositoryRoot } from '../../system/paths';

/** The folder of one of the repository's Terraform skeletons. */
export function skeletonFolder(skeleton: string): string {
  return join(repositoryRoot, 'skeletons', 'terraform', skeleton);
}
