import { writeFile } from 'node:fs/promises';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitConfig } from '../config/readGitConfig';
import { addToLockFile } from '../git/addToLockFile';
import { readRepositoryFile } from '../git/readRepositoryFile';

const LOCK = 'package-lock.json';

/** For pull requests, whose files are all taken from the workspace. publish:git:branch has it built in. */
export function createLockWorkspaceAction(
  settings: GitConfig & { reader: UrlReaderService },
) {
  return createTemplateAction({
    id: 'npm:workspace',
    description: "Enters a new npm workspace into a repository's lock file",
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        npmWorkspace: z => z.string().describe('Folder of the new workspace'),
        sourcePath: z =>
          z
            .string()
            .describe(
              'Folder of the task with the new files; the lock file is laid beside them',
            ),
      },
    },
    async handler({ input, workspacePath, signal }) {
      const folder = resolveSafeChildPath(workspacePath, input.sourcePath);
      const lock = await readRepositoryFile(
        { name: input.name, file: LOCK },
        { ...settings, signal },
      );
      await writeFile(resolveSafeChildPath(folder, LOCK), lock);
      await addToLockFile(folder, input.npmWorkspace);
    },
  });
}
