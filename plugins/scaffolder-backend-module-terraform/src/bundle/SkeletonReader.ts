import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { BundleFile } from './BundleFile';
import { readFolder } from './readFolder';
import { readTree } from './readTree';

const FIELD = 'skeleton';

/** One folder below the place of the skeletons: so no name can lead anywhere else. */
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** Reads skeletons by their names, from where the platform team keeps them. */
export class SkeletonReader {
  /** @param location - a folder on disk, or the URL of a folder in a repository. */
  constructor(
    private readonly location: string,
    private readonly urlReader: UrlReaderService,
  ) {}

  /** @throws InputError when the name is none, there is no such skeleton, or its files cannot be a bundle. */
  async read(name: string): Promise<BundleFile[]> {
    if (!NAME.test(name) || name.includes('..')) {
      throw new InputError(
        `${FIELD}: ${JSON.stringify(
          name,
        )} is not the name of a skeleton: lower-case letters, digits, dots, hyphens and underscores`,
      );
    }
    const files = /^https?:\/\//.test(this.location)
      ? await this.readRemote(name)
      : await this.readLocal(name);
    if (files.length === 0) {
      throw new InputError(`${FIELD}: the skeleton '${name}' has no files`);
    }
    return files;
  }

  private readRemote(name: string): Promise<BundleFile[]> {
    const base = this.location.replace(/\/+$/, '');
    return readTree(this.urlReader, `${base}/${name}`, FIELD);
  }

  private async readLocal(name: string): Promise<BundleFile[]> {
    const folder = join(this.location, name);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      const names = await this.names();
      throw new InputError(
        `${FIELD}: there is no skeleton '${name}'; there ${
          names.length ? `are: ${names.join(', ')}` : 'are none'
        }`,
      );
    }
    return readFolder(folder, FIELD);
  }

  private async names(): Promise<string[]> {
    const entries = await readdir(this.location, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort();
  }
}
