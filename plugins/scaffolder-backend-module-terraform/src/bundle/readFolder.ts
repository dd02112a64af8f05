import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type { BundleFile } from './BundleFile';
import { BundleLimits } from './BundleLimits';
import { isIgnored } from './isIgnored';

/**
 * All files of a Terraform module on disk, sorted by path, without what `isIgnored` says.
 *
 * @param field - the action's input that named the folder, for messages.
 * @throws InputError for links, devices and the like, and for more than a bundle may hold.
 */
export async function readFolder(
  root: string,
  field: string,
): Promise<BundleFile[]> {
  const limits = new BundleLimits(field);
  const files: BundleFile[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of await readdir(join(root, folder), {
      withFileTypes: true,
    })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (isIgnored(path)) {
        continue;
      }
      assertNoLink(entry, path, field);
      if (entry.isDirectory()) {
        open.push(path);
      } else {
        const { size } = await stat(join(root, path));
        limits.add(size);
        files.push({ path, content: await readFile(join(root, path)) });
      }
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function assertNoLink(entry: Dirent, path: string, field: string): void {
  if (!entry.isDirectory() && !entry.isFile()) {
    throw new InputError(
      `${field}: '${path}' is a ${
        entry.isSymbolicLink() ? 'link' : 'special file'
      }; a bundle takes plain files only`,
    );
  }
}
