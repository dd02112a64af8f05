import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempFolder = { path: string; remove: () => Promise<void> };

/** A new folder with a short path. */
export async function tempFolder(): Promise<TempFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'tsr-')));
  return {
    path,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
