import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { skeletonFolder } from './skeletonFolder';

/** The names of all Terraform skeletons. */
export function listSkeletons(): string[] {
  return readdirSync(dirname(skeletonFolder('any')), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}
