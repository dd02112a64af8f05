import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';

type Packages = Record<string, Record<string, unknown>>;

/**
 * Enters a workspace whose dependencies are all locked already into `package-lock.json`, without which `npm ci`
 * refuses to install.
 *
 * @throws ConflictError when the lock file has a package of that name, or lacks one of its dependencies
 */
export async function addToLockFile(
  root: string,
  workspace: string,
): Promise<void> {
  const manifestFile = resolveSafeChildPath(root, `${workspace}/package.json`);
  const {
    name,
    version,
    license,
    dependencies = {},
  } = JSON.parse(await readFile(manifestFile, 'utf8'));
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const packages: Packages = lock.packages;
  const link = `node_modules/${name}`;
  if (packages[workspace] || packages[link]) {
    throw new ConflictError(
      `The repository has the npm package ${name}, or one in ${workspace}, already`,
    );
  }
  const missing = Object.keys(dependencies).filter(
    dependency => !packages[`node_modules/${dependency}`],
  );
  if (missing.length > 0) {
    throw new ConflictError(
      `package-lock.json of the repository lacks ${missing.join(
        ', ',
      )}: install it there first`,
    );
  }
  packages[workspace] = { name, version, license, dependencies };
  packages[link] = { resolved: workspace, link: true };
  lock.packages = sorted(packages);
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/** In npm's order, so that its next install changes nothing. */
function sorted(packages: Packages): Packages {
  return Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
}
