import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import type { SuiteContext } from '../suites/Suite';
import { runLogged } from '../system/runLogged';

/** Of the test that leaves what it has rendered behind: the service with the longest name and all stores. */
const KEPT = 'the service abcdefghij0123456789';

/**
 * Renders a platform with one more service in it by the scaffolder itself, and puts it where the last one was. What
 * npm had installed there stays, as long as the lock file is the same.
 *
 * @returns the repository's folder
 * @throws LocalError with the end of the log when it can't be rendered
 */
export async function renderRepository({
  root,
  home,
  signal,
}: Pick<SuiteContext, 'root' | 'home' | 'signal'>): Promise<string> {
  const rendered = join(home, 'togglemaster', 'rendered');
  const repository = join(home, 'togglemaster', 'repository');
  await rm(rendered, { recursive: true, force: true });
  const logFile = join(home, 'logs', 'test-togglemaster-render.log');
  const { code, lines } = await runLogged(
    process.execPath,
    [
      join(root, 'node_modules', '.bin', 'backstage-cli'),
      'package',
      'test',
      '--watchAll=false',
      'renderService',
      '--testNamePattern',
      KEPT,
    ],
    {
      cwd: join(root, 'packages', 'local'),
      env: {
        ...process.env,
        CI: '1',
        FORCE_COLOR: '0',
        TOGGLEMASTER_TO: rendered,
      },
      logFile,
      signal,
    },
  );
  if (code !== 0 || !existsSync(rendered)) {
    throw new LocalError(
      [
        'The feature-flag platform could not be rendered',
        ...lines.slice(-30),
      ].join('\n'),
      `Look at ${logFile}.`,
    );
  }
  await keepPackages(repository, rendered);
  await rm(repository, { recursive: true, force: true });
  await rename(rendered, repository);
  return repository;
}

async function keepPackages(from: string, to: string): Promise<void> {
  const lockOf = (folder: string) =>
    readFile(join(folder, 'package-lock.json'), 'utf8').catch(() => undefined);
  const [before, now] = await Promise.all([lockOf(from), lockOf(to)]);
  // npm writes this file last: without it an installation was cut short.
  const whole = existsSync(join(from, 'node_modules', '.package-lock.json'));
  if (whole && before === now) {
    await rename(join(from, 'node_modules'), join(to, 'node_modules'));
  }
}
