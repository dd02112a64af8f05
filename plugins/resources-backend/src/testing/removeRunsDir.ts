import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { removeRunFolder } from '../launchers/process/removeRunFolder';

/** Removes the folder of a portal's runs, with what killed runners kept outside of it. */
export async function removeRunsDir(runsDir: string): Promise<void> {
  const names = await readdir(runsDir).catch(() => []);
  await Promise.all(
    names.map(name => removeRunFolder(path.join(runsDir, name))),
  );
  await rm(runsDir, { recursive: true, force: true, maxRetries: 3 });
}
