import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Compares every file of a provider mirror with its checksum.
 *
 * @param sums - by path within the mirror
 * @returns false where there are no checksums for this platform at all
 * @throws Error for another content, and for a file that has no checksum or is missing
 */
export async function checkProviders(
  mirror: string,
  sums: ReadonlyMap<string, string>,
  platform: string,
): Promise<boolean> {
  const expected = [...sums.keys()].filter(name =>
    name.includes(`/${platform}/`),
  );
  if (!expected.length) return false;
  const found = await filesOf(mirror);
  const missing = expected.find(name => !found.includes(name));
  if (missing) throw new Error(`The mirror has no ${missing}`);
  for (const name of found) {
    const sum = sums.get(name);
    if (!sum) throw new Error(`SHA256SUMS has nothing about ${name}`);
    const actual = await sha256(join(mirror, name));
    if (actual !== sum) {
      throw new Error(`${name} is not what was tested: ${actual}, not ${sum}`);
    }
  }
  return true;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(({ parentPath, name }) =>
      relative(folder, join(parentPath, name)).split(sep).join('/'),
    );
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
