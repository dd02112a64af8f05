import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type MirrorSearch = {
  home?: string;
  /** Folders to look at before all others. */
  own?: string[];
  /** Folders whose subfolders may be mirrors. Default: the system's opt. */
  parents?: string[];
  env?: NodeJS.ProcessEnv;
};

const AWS_PROVIDER = join('registry.terraform.io', 'hashicorp', 'aws');

/**
 * A folder with the AWS provider in the layout of Terraform's file system
 * mirrors: Terraform's own implied mirror folders first, then each folder
 * directly under the system's folder for optional software.
 */
export async function findProviderMirror(
  search: MirrorSearch = {},
): Promise<string | undefined> {
  for (const folder of await candidates(search)) {
    if (await exists(join(folder, AWS_PROVIDER))) return folder;
  }
  return undefined;
}

async function candidates({
  own = [],
  home = homedir(),
  parents = ['/opt'],
  env = process.env,
}: MirrorSearch): Promise<string[]> {
  const dataHome = env.XDG_DATA_HOME ?? join(home, '.local', 'share');
  const dataDirs = (env.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share')
    .split(':')
    .filter(Boolean);
  const implied = [
    join(home, '.terraform.d', 'plugins'),
    join(dataHome, 'terraform', 'plugins'),
    join(home, 'Library', 'Application Support', 'io.terraform', 'plugins'),
    ...dataDirs.map(folder => join(folder, 'terraform', 'plugins')),
  ];
  const below = await Promise.all(parents.map(subfolders));
  return [...own, ...implied, ...below.flat()];
}

async function subfolders(parent: string): Promise<string[]> {
  try {
    return (await readdir(parent)).sort().map(name => join(parent, name));
  } catch {
    return [];
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
