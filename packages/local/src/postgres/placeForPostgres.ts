import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const OTHERS_MAY_PASS = 0o001;

/**
 * Where the data really goes. PostgreSQL refuses to run as root, so for root it
 * runs as another user, who may be unable to get to a folder of root's such as
 * /root: then the data lies under the system's folder for lasting temporary files.
 */
export function placeForPostgres(
  dataDir: string,
  isRoot = process.getuid?.() === 0,
): string {
  if (!isRoot || othersMayReach(dirname(dataDir))) return dataDir;
  const id = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  return join(base, `terrastage-postgres-${id}`, 'data');
}

/** Whether every folder on the way may be passed by anybody. */
export function othersMayReach(folder: string): boolean {
  const parent = dirname(folder);
  if (parent !== folder && !othersMayReach(parent)) return false;
  return !existsSync(folder) || (statSync(folder).mode & OTHERS_MAY_PASS) !== 0;
}
