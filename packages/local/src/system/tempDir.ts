import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempDir = {
  path: string;
  remove(): Promise<void>;
};

/** A new empty folder under the system's folder for temporary files. */
export async function tempDir(prefix = 'terrastage-'): Promise<TempDir> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  return {
    path,
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  };
}
