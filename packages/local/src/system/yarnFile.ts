import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The yarn that .yarnrc.yml names, to be run with node. */
export function yarnFile(root: string): string {
  const settings = readFileSync(join(root, '.yarnrc.yml'), 'utf8');
  const path = /^yarnPath:\s*(\S+)/m.exec(settings)?.[1];
  if (!path) throw new Error('.yarnrc.yml has no yarnPath');
  return join(root, path);
}
