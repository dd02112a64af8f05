import { dirname, resolve } from 'node:path';

/** The folder of this package, with bin/ and python/ in it. */
export const packageRoot = dirname(
  require.resolve('@terrastage/local/package.json'),
);

/** The folder of the repository. */
export const repositoryRoot = resolve(packageRoot, '../..');
