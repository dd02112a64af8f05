import { rm } from 'node:fs/promises';
import type { RunFolders } from './makeFolders';

/**
 * Removes what may hold secrets: values, the plan, Terraform's own output. What is left are the events as
 * they were sent, and the workspace where it holds the only copy of a state.
 *
 * @param savedState - where an `errored.tfstate` was kept, if there is one
 */
export async function removeTraces(
  folders: RunFolders,
  savedState: string | undefined,
): Promise<void> {
  const { workspace, planFile, logs, home, tmp, tmpLink, aws } = folders;
  const isNeeded = savedState?.startsWith(workspace);
  const paths = [planFile, logs, home, tmp, tmpLink, aws].concat(
    isNeeded ? [] : workspace,
  );
  await Promise.all(
    paths.map(path => rm(path, { recursive: true, force: true })),
  );
}
