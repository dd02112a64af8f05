import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import type { BundleFile } from './BundleFile';
import { commitOf } from './commitOf';
import { readFolder } from './readFolder';
import { readTree } from './readTree';

const FIELD = 'skeleton';
const MANIFEST = 'terrastage.yaml';
const CHANGELOG = 'CHANGELOG.md';

/** One folder below the place of the skeletons: so no name can lead anywhere else. */
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** Reads skeletons by their names, from where the platform team keeps them. */
export class SkeletonReader {
  /** @param location - a folder on disk, or the URL of a folder in a repository. */
  constructor(
    private readonly location: string,
    private readonly urlReader: UrlReaderService,
  ) {}

  /** All that there are: folders with a manifest in them, in the order of their names. */
  async names(): Promise<string[]> {
    if (this.isRemote()) {
      const tree = await this.urlReader.readTree(this.base(), {
        filter: path => /^[^/]+\/terrastage\.yaml$/.test(path),
      });
      const files = await tree.files();
      return files.map(({ path }) => path.split('/')[0]).sort();
    }
    const folders = await this.folders();
    const found = await Promise.all(
      folders.map(name =>
        lstat(join(this.location, name, MANIFEST)).then(
          () => [name],
          () => [],
        ),
      ),
    );
    return found.flat();
  }

  /** `CHANGELOG.md` of a skeleton; empty where there is none. */
  async changelog(name: string): Promise<string> {
    try {
      if (!this.isRemote()) {
        return await readFile(join(this.location, name, CHANGELOG), 'utf8');
      }
      const url = `${this.base()}/${name}/${CHANGELOG}`;
      const { buffer } = await this.urlReader.readUrl(url);
      return (await buffer()).toString('utf8');
    } catch (error) {
      if (isMissing(error)) {
        return '';
      }
      throw error;
    }
  }

  /** Git commit of a skeleton's files; undefined where Git is away, or the files are not those of a commit. */
  async commit(name: string): Promise<string | undefined> {
    return this.isRemote() ? undefined : commitOf(join(this.location, name));
  }

  /** @throws InputError when the name is none, there is no such skeleton, or its files cannot be a bundle. */
  async read(name: string): Promise<BundleFile[]> {
    if (!NAME.test(name) || name.includes('..')) {
      throw new InputError(
        `${FIELD}: ${JSON.stringify(
          name,
        )} is not the name of a skeleton: lower-case letters, digits, dots, hyphens and underscores`,
      );
    }
    const files = this.isRemote()
      ? await this.readRemote(name)
      : await this.readLocal(name);
    if (files.length === 0) {
      throw new InputError(`${FIELD}: the skeleton '${name}' has no files`);
    }
    return files;
  }

  private readRemote(name: string): Promise<BundleFile[]> {
    return readTree(this.urlReader, `${this.base()}/${name}`, FIELD);
  }

  private async readLocal(name: string): Promise<BundleFile[]> {
    const folder = join(this.location, name);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      const names = await this.folders();
      throw new InputError(
        `${FIELD}: there is no skeleton '${name}'; there ${
          names.length ? `are: ${names.join(', ')}` : 'are none'
        }`,
      );
    }
    return readFolder(folder, FIELD);
  }

  private isRemote(): boolean {
    return /^https?:\/\//.test(this.location);
  }

  private base(): string {
    return this.location.replace(/\/+$/, '');
  }

  private async folders(): Promise<string[]> {
    const entries = await readdir(this.location, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort();
  }
}

function isMissing(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' ||
      (error as Error & { code?: string }).code === 'ENOENT')
  );
}
