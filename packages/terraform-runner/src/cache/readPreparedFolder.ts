import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FileIdentity,
  PreparedFolder,
  PreparedProvider,
  preparedFolderSchema,
} from './PreparedFolder';
import { lockedDigests } from './lockedDigests';

/** Reads what `terraform init` just left in a workspace. */
export async function readPreparedFolder(
  workspace: string,
): Promise<PreparedFolder> {
  const data = join(workspace, '.terraform');
  return preparedFolderSchema.parse({
    layout: 1,
    providers: await providersIn(workspace),
    modules: await readFile(join(data, 'modules/modules.json'), 'utf8').catch(
      () => undefined,
    ),
    backend: JSON.parse(
      await readFile(join(data, 'terraform.tfstate'), 'utf8'),
    ),
  });
}

/** `.terraform/providers/<host>/<namespace>/<type>/<version>/<platform>` */
async function providersIn(workspace: string): Promise<PreparedProvider[]> {
  const root = join(workspace, '.terraform/providers');
  const digests = await lockedDigests(workspace);
  const platforms = await foldersAtDepth(root, 5);
  return Promise.all(
    platforms.map(async parts => {
      const [host, namespace, type, version, platform] = parts;
      const source = [host, namespace, type].join('/');
      const folder = await realpath(join(root, ...parts));
      return {
        source,
        version,
        platform,
        folder,
        files: await fileIdentities(folder),
        digests: digests.get(source) ?? [],
      };
    }),
  );
}

async function foldersAtDepth(
  root: string,
  depth: number,
): Promise<string[][]> {
  if (depth === 0) {
    return [[]];
  }
  const names = await readdir(root).catch(() => []);
  const nested = await Promise.all(
    names.map(async name =>
      (
        await foldersAtDepth(join(root, name), depth - 1)
      ).map(rest => [name, ...rest]),
    ),
  );
  return nested.flat();
}

export async function fileIdentities(folder: string): Promise<FileIdentity[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async name => {
      const file = await stat(join(folder, name), { bigint: true });
      return {
        name,
        size: String(file.size),
        modified: String(file.mtimeNs),
        changed: String(file.ctimeNs),
        inode: String(file.ino),
        device: String(file.dev),
      };
    }),
  );
}
