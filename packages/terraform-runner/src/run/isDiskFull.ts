import { statfs } from 'node:fs/promises';
import type { RunFolders } from './makeFolders';

/** Less than this is as good as nothing to Terraform. */
const MIN_BYTES = 256 * 1024;

/** Whether any folder that a run writes to has no room left. */
export async function isDiskFull(
  folders: Pick<RunFolders, 'workDir' | 'tmp'>,
): Promise<boolean> {
  const free = await Promise.all(
    [folders.workDir, folders.tmp].map(async folder => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    }),
  );
  return free.some(bytes => bytes < MIN_BYTES);
}
