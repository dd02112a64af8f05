import { cp } from 'node:fs/promises';
import { basename } from 'node:path';
import { skeletonFolder } from '../read/skeletonFolder';

/** Copies a skeleton without what is not part of a run. */
export async function copySkeleton(
  skeleton: string,
  to: string,
  root?: string,
): Promise<void> {
  const from = skeletonFolder(skeleton, root);
  await cp(from, to, {
    recursive: true,
    filter: path =>
      path === from || !/^(\..*|samples|.*\.md)$/.test(basename(path)),
  });
}
