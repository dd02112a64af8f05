import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const SKIPPED_FOLDERS = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'testing',
  'e2e-tests',
]);
const SKIPPED_FILES = /\.(test|stories)\.[a-z]+$|\.md$/;

/**
 * One hash of the names and contents of files and of all files in folders,
 * leaving out what no build reads: tests, documents, build output.
 */
export async function sourceHash(
  root: string,
  paths: string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesOf(join(root, path))) {
      hash.update(relative(root, file)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
  const nested = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry => {
        const child = join(path, entry.name);
        if (entry.isDirectory()) {
          return SKIPPED_FOLDERS.has(entry.name) ? [] : filesOf(child);
        }
        return SKIPPED_FILES.test(entry.name) ? [] : [child];
      }),
  );
  return nested.flat();
}
