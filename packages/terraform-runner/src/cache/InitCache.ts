import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PreparedFolder, preparedFolderSchema } from './PreparedFolder';
import { fileIdentities } from './readPreparedFolder';

/**
 * What earlier runs' `terraform init` left behind, one file a kind of module. Many runners use it at once:
 * an entry is written aside and renamed, so it is there whole or not at all, and the last one to come wins
 * with the same content.
 */
export class InitCache {
  readonly #folder: string;
  readonly #newId: () => string;

  constructor(folder: string, newId: () => string) {
    this.#folder = folder;
    this.#newId = newId;
  }

  /** Nothing when there is no entry, or none that still holds: then a real `init` has to do it. */
  async get(key: string): Promise<PreparedFolder | undefined> {
    try {
      const text = await readFile(this.#path(key), 'utf8');
      const prepared = preparedFolderSchema.parse(JSON.parse(text));
      return (await isUnchanged(prepared)) ? prepared : undefined;
    } catch {
      return undefined;
    }
  }

  async put(key: string, prepared: PreparedFolder): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const aside = join(this.#folder, `${key}.${this.#newId()}.tmp`);
    await writeFile(aside, JSON.stringify(prepared), { mode: 0o600 });
    await rename(aside, this.#path(key));
  }

  #path(key: string): string {
    return join(this.#folder, `${key}.json`);
  }
}

/** Digest of everything that decides what `init` leaves behind, but for the state's place. */
export function initCacheKey(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Whether all provider files are the very ones whose digest `init` verified. */
export async function isUnchanged(prepared: PreparedFolder): Promise<boolean> {
  const checks = prepared.providers.map(async ({ folder, files }) =>
    isDeepStrictEqual(await fileIdentities(folder), files),
  );
  return (await Promise.all(checks)).every(Boolean);
}
