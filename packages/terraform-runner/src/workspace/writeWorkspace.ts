import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BundleFile } from '../checks/ModuleFile';
import type { ModuleFacts } from '../checks/ModuleFacts';
import type { Job } from '../protocol';
import { backendFile } from './backendFile';
import { platformFiles } from './platformFiles';
import { valuesFile } from './valuesFile';

/**
 * Lays down the root module's folder: the bundle's files and what the runner writes itself. The folder must
 * be new: each file is created, none is overwritten or followed.
 */
export async function writeWorkspace(
  folder: string,
  options: { files: readonly BundleFile[]; facts: ModuleFacts; job: Job },
): Promise<void> {
  const { files, facts, job } = options;
  const own = {
    'backend.tf.json': backendFile(job.state),
    ...platformFiles(facts),
    'terraform.tfvars.json': valuesFile(job),
  };
  await mkdir(folder, { mode: 0o700 });
  const all = [
    ...files,
    ...Object.entries(own).map(([path, value]) => ({
      path,
      content: Buffer.from(JSON.stringify(value, null, 2)),
    })),
  ];
  for (const { path, content } of all) {
    await mkdir(join(folder, dirname(path)), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, path), content, { flag: 'wx', mode: 0o600 });
  }
}
