import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProviderMirror, type MirrorSearch } from './findProviderMirror';

export type CliConfig = {
  /** For TF_CLI_CONFIG_FILE. */
  file: string;
  /** Whether it is the user's own, names a mirror, or leads to the registry. */
  source: 'user' | 'mirror' | 'registry';
  /** The mirror that the file names, if one was found. */
  mirror?: string;
};

/**
 * The CLI configuration for all Terraform commands of this machine. An own one
 * of the user (TF_CLI_CONFIG_FILE) wins, if it exists; else one is written to
 * `folder` with a mirror that has the AWS provider, or, where there is none,
 * with the registry and one cache that all runs share.
 */
export async function terraformCliConfig(
  folder: string,
  search: MirrorSearch = {},
): Promise<CliConfig> {
  const own = (search.env ?? process.env).TF_CLI_CONFIG_FILE;
  if (own && existsSync(own)) {
    return { file: own, source: 'user' };
  }
  const mirror = await findProviderMirror(search);
  const file = join(folder, 'terraform.rc');
  await mkdir(folder, { recursive: true });
  if (mirror) {
    await writeFile(file, mirrorConfig(mirror));
    return { file, mirror, source: 'mirror' };
  }
  const cache = join(folder, 'plugin-cache');
  await mkdir(cache, { recursive: true });
  await writeFile(file, cacheConfig(cache));
  return { file, source: 'registry' };
}

function mirrorConfig(mirror: string): string {
  return `disable_checkpoint = true

provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`;
}

function cacheConfig(cache: string): string {
  return `disable_checkpoint = true
plugin_cache_dir   = ${JSON.stringify(cache)}
plugin_cache_may_break_dependency_lock_file = true
`;
}
