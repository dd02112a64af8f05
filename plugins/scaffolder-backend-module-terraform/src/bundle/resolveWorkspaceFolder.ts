import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';

const FIELD = 'path';

/** Plain names only: no `..`, nothing encoded, nothing that another system reads as a separator. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/**
 * A folder in the task's workspace, from the action's `path` input.
 *
 * @throws InputError when the path leads out of the workspace, goes over a link, or is no folder.
 */
export async function resolveWorkspaceFolder(
  workspacePath: string,
  path: string,
): Promise<string> {
  const segments = path.replace(/\/$/, '').split('/');
  let folder = workspacePath;
  for (const segment of segments) {
    if (segment === '.') {
      continue;
    }
    if (!SEGMENT.test(segment)) {
      throw new InputError(
        `${FIELD}: ${JSON.stringify(
          path,
        )} is not a path inside the task's workspace: plain names with / in between`,
      );
    }
    folder = join(folder, segment);
    const found = await lstat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      throw new InputError(
        `${FIELD}: there is no folder ${JSON.stringify(
          path,
        )} in the task's workspace`,
      );
    }
  }
  return folder;
}
