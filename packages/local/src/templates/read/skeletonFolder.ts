import { join } from 'node:path';
import { repositoryRoot } from '../../system/paths';

/** The folder of one of the repository's Terraform skeletons. */
export function skeletonFolder(
  skeleton: string,
  root: string = repositoryRoot,
): string {
  return join(root, 'skeletons', 'terraform', skeleton);
}
