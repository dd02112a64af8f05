import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fetchProvider,
  fetchTerraform,
  PINNED_TERRAFORM,
  terraformPlatform,
} from '@terrastage/local/tools';
import { deployPath } from '../deployPath';
import { checkProviders } from './checkProviders';
import { readSums } from './readSums';

export interface FetchToolsOptions {
  /** Folder that gets `terraform`, and the mirror `providers/`. */
  target: string;
  /** Folder for what is needed only meanwhile. */
  work: string;
  say: (line: string) => void;
  /** In the words of Go, such as linux_amd64. Default: this machine. Terraform has to run here. */
  platform?: string;
  /** Text as `sha256sum` writes it. Default: `deploy/images/runner/SHA256SUMS`. */
  sums?: string;
  /** Of the folder with Terraform's releases. Default: HashiCorp's. */
  baseUrl?: string;
}

/**
 * Fetches what the runner's image carries, and compares it with the checksums of this repository. Terraform comes first
 * and is verified before it runs; it then verifies the provider against HashiCorp's signature, as every `init` does.
 *
 * @throws Error when something cannot be fetched or is another than what was tested
 */
export async function fetchTools(options: FetchToolsOptions): Promise<void> {
  const { target, work, say, platform = terraformPlatform() } = options;
  const sums = readSums(
    options.sums ??
      (await readFile(deployPath('images/runner/SHA256SUMS'), 'utf8')),
  );
  const { version } = PINNED_TERRAFORM;
  const sum = sums.get(`terraform_${version}_${platform}.zip`);
  const terraform = await fetchTerraform(work, {
    platform,
    release: {
      version,
      baseUrl: options.baseUrl ?? PINNED_TERRAFORM.baseUrl,
      checksums: sum ? { [platform]: sum } : {},
    },
  });
  say(`Terraform ${version} has the checksum of this repository`);
  const mirror = join(target, 'providers');
  await fetchProvider(terraform, mirror);
  say(
    (await checkProviders(mirror, sums, platform))
      ? 'The AWS provider has the checksums of this repository'
      : `The AWS provider has HashiCorp's signature; there is no checksum for ${platform} here`,
  );
  await mkdir(target, { recursive: true });
  await cp(terraform, join(target, 'terraform'));
}
