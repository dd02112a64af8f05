import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { snapshotFiles } from './snapshotFiles';

/** Makes the generated files what they were when a snapshot was taken. */
export async function restoreFiles(
  root: string,
  snapshot: Map<string, string>,
): Promise<void> {
  const now = await snapshotFiles(root);
  for (const path of now.keys()) {
    if (!snapshot.has(path)) await rm(join(root, path));
  }
  for (const [path, content] of snapshot) {
    if (now.get(path) !== content) await writeFile(join(root, path), content);
  }
}
