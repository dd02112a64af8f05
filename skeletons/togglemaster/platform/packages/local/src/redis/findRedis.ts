import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../process/findOnPath.ts';
import { run } from '../process/run.ts';
import { LocalError } from '../LocalError.ts';

export type Redis = { file: string; env: NodeJS.ProcessEnv };

const NAMES = ['redis-server', 'valkey-server'];
const ADVICE =
  'Install Redis (apt-get install redis-server, brew install redis, dnf install valkey) or put redis-server on PATH';

/**
 * A redis-server from PATH. On Debian and Ubuntu, where there is none, its
 * packages are fetched by apt-get and unpacked into `folder`: nothing is
 * installed, no rights are needed.
 *
 * @throws LocalError that says what to install
 */
export async function findRedis(folder: string): Promise<Redis> {
  const installed = await findOnPath(NAMES, ['/usr/sbin', '/opt/homebrew/bin']);
  if (installed) return { file: installed, env: process.env };
  const apt = await findOnPath(['apt-get']);
  const dpkg = await findOnPath(['dpkg-deb']);
  if (!apt || !dpkg) throw new LocalError(`There is no Redis. ${ADVICE}`);
  const unpacked = join(folder, 'redis');
  try {
    return await fromFolder(unpacked);
  } catch {
    try {
      await unpack(unpacked);
      return await fromFolder(unpacked);
    } catch (error) {
      throw new LocalError(
        `There is no Redis, and apt-get gave none (${(error as Error).message}). ${ADVICE}`,
        { cause: error },
      );
    }
  }
}

async function fromFolder(folder: string): Promise<Redis> {
  const libraries = join(folder, 'usr/lib');
  const [triplet = ''] = (await readdir(libraries)).filter(name =>
    name.includes('linux-gnu'),
  );
  const file = join(folder, 'usr/bin/redis-server');
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(libraries, triplet),
  };
  await run(file, ['--version'], { env });
  return { file, env };
}

async function unpack(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const flags = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces'];
  const tree = await run('apt-cache', [
    'depends',
    '--recurse',
    ...flags.map(flag => `--no-${flag}`),
    '--no-enhances',
    'redis-server',
  ]);
  const needed = tree.split('\n').filter(line => /^[a-z0-9]/.test(line));
  const status = await run('dpkg-query', ['-W', '-f', '${Package}\\n']);
  const present = new Set(status.split('\n'));
  const missing = needed.filter(name => !present.has(name.split(':')[0]!));
  await run('apt-get', ['download', ...missing], { cwd: folder });
  for (const name of await readdir(folder)) {
    if (name.endsWith('.deb')) {
      await run('dpkg-deb', ['-x', join(folder, name), folder]);
    }
  }
}
