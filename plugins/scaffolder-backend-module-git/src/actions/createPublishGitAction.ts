import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { repositoryAddress } from '../catalog/repositoryAddress';
import type { GitConfig } from '../config/readGitConfig';
import { authorOf } from '../git/authorOf';
import { commitAll } from '../git/commitAll';
import { isFolder, remoteOf } from '../git/remoteOf';
import { runGit } from '../git/runGit';

const BRANCH = 'main';

/** Makes a repository of a folder of the workspace, at the plain destination. */
export function createPublishGitAction(settings: GitConfig) {
  return createTemplateAction({
    id: 'publish:git',
    description: 'Publishes a folder as a new plain Git repository',
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace. Default: it'),
        message: z => z.string().optional().describe('Of the first commit'),
      },
      output: {
        remoteUrl: z => z.string().describe('What one gives to git clone'),
        commitHash: z => z.string(),
        catalogInfoUrl: z => z.string().describe('What catalog:register takes'),
      },
    },
    async handler(context) {
      const { input, output, workspacePath, logger, signal } = context;
      const remote = remoteOf(settings, input.name);
      const source = resolveSafeChildPath(
        workspacePath,
        input.sourcePath ?? '.',
      );
      const folder = await mkdtemp(join(tmpdir(), 'publish-git-'));
      try {
        await cp(source, folder, { recursive: true });
        await runGit(folder, ['init', '--quiet', '--initial-branch', BRANCH]);
        const commit = await commitAll(folder, {
          message: input.message ?? 'Begin',
          author: authorOf(context),
        });
        if (isFolder(remote)) await makeBare(remote, input.name);
        await push(folder, remote, signal);
        logger.info(`Pushed ${commit} to ${remote}`);
        output('remoteUrl', remote);
        output('commitHash', commit);
        output(
          'catalogInfoUrl',
          repositoryAddress({ name: input.name, file: 'catalog-info.yaml' }),
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  });
}

/** @throws ConflictError when the repository is there already: nobody's work is overwritten */
async function makeBare(remote: string, name: string): Promise<void> {
  await mkdir(join(remote, '..'), { recursive: true });
  try {
    await mkdir(remote);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new ConflictError(
      `There is a repository "${name}" already (${remote}). Choose another name`,
      error,
    );
  }
  await runGit(remote, [
    'init',
    '--quiet',
    '--bare',
    '--initial-branch',
    BRANCH,
  ]);
}

async function push(folder: string, remote: string, signal?: AbortSignal) {
  try {
    await runGit(folder, ['push', '--quiet', remote, BRANCH], signal);
  } catch (error) {
    throw new ConflictError(
      `${remote} does not take the repository. It has to be there, be empty, and let the portal push`,
      error,
    );
  }
}
