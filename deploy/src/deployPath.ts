import { dirname, join } from 'node:path';

/** The folder `deploy/`. */
const deployRoot = dirname(require.resolve('@terrastage/deploy/package.json'));

export function deployPath(...parts: string[]): string {
  return join(deployRoot, ...parts);
}
