import { existsSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ConflictError } from '@backstage/errors';

/**
 * Copies files into a work tree.
 *
 * @throws ConflictError when one of them is there already: this adds, it changes nothing
 */
export async function addFiles(source: string, tree: string): Promise<void> {
  const entries = await readdir(source, {
    recursive: true,
    withFileTypes: true,
  });
  const taken = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(source, join(entry.parentPath, entry.name)))
    .filter(file => existsSync(join(tree, file)));
  if (taken.length > 0) {
    throw new ConflictError(
      `The repository has such a file already: ${taken.slice(0, 5).join(', ')}`,
    );
  }
  await cp(source, tree, { recursive: true });
}
