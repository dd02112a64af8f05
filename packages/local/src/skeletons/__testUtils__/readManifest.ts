import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  manifestSchema,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import { skeletonFolder } from '../../templates/read/skeletonFolder';

/** A skeleton's `terrastage.yaml`. */
export function readManifest(skeleton: string): Manifest {
  const file = join(skeletonFolder(skeleton), 'terrastage.yaml');
  return manifestSchema.parse(parse(readFileSync(file, 'utf8')));
}
