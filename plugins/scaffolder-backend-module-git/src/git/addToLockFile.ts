import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';

/**
 * Enters a workspace whose dependencies are all locked already into `package-lock.json`, without which `npm ci`
 * refuses to install.
 */
export async function addToLockFile(
  root: string,
  workspace: string,
): Promise<void> {
  const manifestFile = resolveSafeChildPath(root, `${workspace}/package.json`);
  const { name, version, license, dependencies } = JSON.parse(
    await readFile(manifestFile, 'utf8'),
  );
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  lock.packages[workspace] = { name, version, license, dependencies };
  lock.packages[`node_modules/${name}`] = { resolved: workspace, link: true };
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
}
