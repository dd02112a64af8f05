import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import type { Progress } from '../progress/createProgress';
import { findOnPath } from '../system/findOnPath';
import { runLogged } from '../system/runLogged';
import { findChromium } from './findChromium';

export type BringChromiumOptions = {
  home: string;
  progress: Progress;
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
  /** Whether apt-get may be run without a password. */
  mayInstall?: boolean;
};

const BY_HAND =
  'Install Chromium (on Debian: apt-get install chromium), or name one in TERRASTAGE_CHROMIUM.';

/**
 * Chromium for the tests: one that is there, else Debian's by apt-get where this
 * user may install packages.
 *
 * @throws LocalError that says what was tried; never goes on without
 */
export async function bringChromium({
  home,
  progress,
  signal,
  env = process.env,
  mayInstall = process.getuid?.() === 0,
}: BringChromiumOptions): Promise<string> {
  const found = findChromium(env);
  if (found) return found;

  const aptGet = findOnPath(['apt-get'], env);
  if (!aptGet || !mayInstall) {
    throw new LocalError(
      aptGet
        ? 'There is no Chromium on PATH, and only root may run apt-get'
        : 'There is no Chromium on PATH, and no apt-get to install it',
      BY_HAND,
    );
  }
  progress.line('No Chromium on PATH: installing it by apt-get');
  const logFile = join(home, 'logs', 'apt-get.log');
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const { code, lines } = await runLogged(aptGet, args, {
      cwd: '/',
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      logFile,
      signal,
    });
    if (code !== 0) {
      throw new LocalError(
        [`apt-get ${args[0]} ended with ${code}`, ...lines.slice(-8)].join(
          '\n',
        ),
        BY_HAND,
      );
    }
  }
  const installed = findChromium(env);
  if (installed) return installed;
  throw new LocalError(
    'apt-get installed no Chromium that is on PATH',
    BY_HAND,
  );
}
