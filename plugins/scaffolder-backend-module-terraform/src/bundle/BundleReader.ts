import { InputError } from '@backstage/errors';
import type { Manifest } from '@terrastage/plugin-resources-common';
import type { BundleFile } from './BundleFile';
import { readFolder } from './readFolder';
import { readManifest } from './readManifest';
import { resolveWorkspaceFolder } from './resolveWorkspaceFolder';
import type { SkeletonReader } from './SkeletonReader';

/** Where an action's Terraform files are: exactly one of the two. */
export interface BundleSource {
  /** Name of a skeleton of the platform. */
  skeleton?: string;
  /** Folder in the task's workspace. */
  path?: string;
}

export interface ReadBundle {
  files: BundleFile[];
  manifest: Manifest;
  /** Git commit of the files, where they are a skeleton's and exactly those of a commit. */
  commit?: string;
}

/** Makes bundles out of skeletons and out of folders in a task's workspace. */
export class BundleReader {
  constructor(private readonly skeletons: SkeletonReader) {}

  /** @throws InputError naming the input that is wrong. */
  async read(source: BundleSource, workspacePath: string): Promise<ReadBundle> {
    const { skeleton, path } = source;
    if ((skeleton === undefined) === (path === undefined)) {
      throw new InputError(
        "skeleton, path: give one of the two: 'skeleton' for a module of the platform, 'path' for a folder in the task's workspace",
      );
    }
    const files =
      skeleton !== undefined
        ? await this.skeletons.read(skeleton)
        : await readFolder(
            await resolveWorkspaceFolder(workspacePath, path!),
            'path',
          );
    const field = skeleton !== undefined ? 'skeleton' : 'path';
    return {
      files,
      manifest: readManifest(files, field),
      commit:
        skeleton === undefined
          ? undefined
          : await this.skeletons.commit(skeleton),
    };
  }
}
