import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import type { SuiteContext } from '../suites/Suite';
import { runLogged } from '../system/runLogged';
import { repositoryEnv } from './repositoryEnv';

/**
 * What the rendered repository's README says first: `npm ci`, unless it is done already.
 *
 * @throws LocalError with what npm said
 */
export async function installRepository(
  repository: string,
  { home, signal }: Pick<SuiteContext, 'home' | 'signal'>,
): Promise<void> {
  if (existsSync(join(repository, 'node_modules', '.package-lock.json'))) {
    return;
  }
  const { code, lines } = await runLogged(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--prefer-offline'],
    {
      cwd: repository,
      env: repositoryEnv(),
      logFile: join(home, 'logs', 'test-togglemaster-install.log'),
      signal,
    },
  );
  if (code === 0) return;
  throw new LocalError(
    [
      `npm ci ended with ${code} in the rendered repository`,
      ...lines.slice(-15),
    ].join('\n'),
    code === 'ENOENT'
      ? 'Put npm on PATH.'
      : 'Check the network and the npm registry.',
  );
}
