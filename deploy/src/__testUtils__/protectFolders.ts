import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes the right to write in a folder and those below, or gives it back. Files stay as they are, and so does all of
 * `node_modules` but the folder itself: Yarn may have linked it to what other folders have.
 */
export async function protectFolders(
  folder: string,
  mode: 'read-only' | 'writable',
): Promise<void> {
  await chmod(folder, mode === 'writable' ? 0o755 : 0o555);
  if (folder.endsWith('/node_modules')) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory())
      await protectFolders(join(folder, entry.name), mode);
  }
}
