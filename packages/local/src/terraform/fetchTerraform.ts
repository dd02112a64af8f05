import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { LocalError } from '../progress/LocalError';
import { extractFile } from '../system/extractFile';
import {
  PINNED_TERRAFORM,
  terraformPlatform,
  type PinnedRelease,
} from './pinnedTerraform';

const BY_HAND =
  'Put Terraform 1.10 or later, or OpenTofu 1.10 or later, on PATH and start again.';

export type FetchOptions = {
  release?: PinnedRelease;
  platform?: string;
  signal?: AbortSignal;
};

/**
 * Fetches the pinned Terraform into `folder` and verifies its checksum before
 * anything of it is unpacked.
 *
 * @returns the path of the program
 * @throws LocalError when there is none for this machine, it can't be fetched,
 * or its checksum is wrong
 */
export async function fetchTerraform(
  folder: string,
  {
    release = PINNED_TERRAFORM,
    platform = terraformPlatform(),
    signal,
  }: FetchOptions = {},
): Promise<string> {
  const { version, baseUrl, checksums } = release;
  const wanted = checksums[platform];
  if (!wanted) {
    throw new LocalError(`There is no Terraform for ${platform} here`, BY_HAND);
  }
  const target = pathOfFetched(folder, release);
  const url = `${baseUrl}/${version}/terraform_${version}_${platform}.zip`;
  const zip = `${target}.zip`;
  await mkdir(join(target, '..'), { recursive: true });
  try {
    await download(url, zip, signal);
    const found = await sha256(zip);
    if (found !== wanted) {
      throw new LocalError(
        `The checksum of ${url} is wrong: ${found} instead of ${wanted}`,
        `Nothing of it was kept. Try again, or: ${BY_HAND}`,
      );
    }
    await extractFile(zip, 'terraform', `${target}.part`);
    await chmod(`${target}.part`, 0o755);
    // The name appears only with the whole program behind it.
    await rename(`${target}.part`, target);
    return target;
  } finally {
    await rm(zip, { force: true });
    await rm(`${target}.part`, { force: true });
  }
}

/** Where `fetchTerraform` puts the program. */
export function pathOfFetched(
  folder: string,
  release: PinnedRelease = PINNED_TERRAFORM,
): string {
  return join(folder, `terraform-${release.version}`, 'terraform');
}

async function download(url: string, file: string, signal?: AbortSignal) {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) {
      throw new Error(`HTTP ${response.status}`);
    }
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream),
      createWriteStream(file),
    );
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    throw new LocalError(
      `Terraform could not be fetched from ${url}: ${
        cause?.message ?? message
      }`,
      `Check the network and proxy settings, or: ${BY_HAND}`,
      { cause: error },
    );
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
