import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Job } from '../protocol';
import { backendSettings } from '../workspace/backendFile';
import type { PreparedFolder } from './PreparedFolder';
import { lockFile } from './lockFile';

/** Makes a workspace what `terraform init` would make it, for this job's state. */
export async function writePreparedFolder(
  workspace: string,
  prepared: PreparedFolder,
  state: Job['state'],
): Promise<void> {
  const data = join(workspace, '.terraform');
  for (const { source, version, platform, folder } of prepared.providers) {
    const link = join(data, 'providers', source, version, platform);
    await mkdir(dirname(link), { recursive: true });
    await symlink(folder, link);
  }
  if (prepared.modules !== undefined) {
    await mkdir(join(data, 'modules'), { recursive: true });
    await writeFile(join(data, 'modules/modules.json'), prepared.modules);
  }
  await mkdir(data, { recursive: true });
  await writeFile(
    join(data, 'terraform.tfstate'),
    JSON.stringify(backendFor(prepared, state)),
  );
  await writeLockFile(workspace, prepared);
}

/** A lock file without digests; see {@link lockFile}. */
export async function writeLockFile(
  workspace: string,
  prepared: PreparedFolder,
): Promise<void> {
  const path = join(workspace, '.terraform.lock.hcl');
  await rm(path, { force: true });
  await writeFile(path, lockFile(prepared.providers));
}

/** Terraform compares these settings with `backend.tf.json` and accepts them when they are the same. */
function backendFor(prepared: PreparedFolder, state: Job['state']): object {
  const { backend } = prepared.backend;
  const config = {
    ...backend.config,
    encrypt: null,
    kms_key_id: null,
    ...backendSettings(state),
  };
  return { ...prepared.backend, backend: { ...backend, config } };
}
