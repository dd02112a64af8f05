import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitConfig } from '../config/readGitConfig';
import { addFiles } from '../git/addFiles';
import { addToLockFile } from '../git/addToLockFile';
import { authorOf } from '../git/authorOf';
import { commitAll } from '../git/commitAll';
import { remoteOf } from '../git/remoteOf';
import { repositoryName } from '../git/repositoryName';
import { runGit } from '../git/runGit';

/** What a pull request is on plain Git: a branch with one commit, for somebody to look at and merge. */
export function createPublishGitBranchAction(settings: GitConfig) {
  return createTemplateAction({
    id: 'publish:git:branch',
    description: 'Adds files to a plain Git repository, on a branch',
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        branch: z => z.string().describe('Name of the new branch'),
        sourcePath: z =>
          z.string().describe('Folder of the workspace; its files are added'),
        message: z => z.string().describe('Of the commit'),
        npmWorkspace: z =>
          z
            .string()
            .optional()
            .describe('New npm workspace, which the lock file has to know'),
      },
      output: {
        remoteUrl: z => z.string(),
        branch: z => z.string(),
        commitHash: z => z.string(),
      },
    },
    async handler(context) {
      const { input, output, workspacePath, logger, signal } = context;
      const remote = remoteOf(settings, input.name);
      const branch = repositoryName(input.branch);
      const source = resolveSafeChildPath(workspacePath, input.sourcePath);
      const folder = await mkdtemp(join(tmpdir(), 'publish-git-'));
      try {
        await clone(folder, remote, signal);
        await runGit(folder, ['switch', '--quiet', '--create', branch]);
        await addFiles(source, folder);
        if (input.npmWorkspace) await addToLockFile(folder, input.npmWorkspace);
        const commit = await commitAll(folder, {
          message: input.message,
          author: authorOf(context),
        });
        await push(folder, branch, signal);
        logger.info(`Pushed the branch ${branch} to ${remote}`);
        output('remoteUrl', remote);
        output('branch', branch);
        output('commitHash', commit);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  });
}

async function clone(folder: string, remote: string, signal?: AbortSignal) {
  try {
    await runGit(
      folder,
      ['clone', '--quiet', '--branch', 'main', '--', remote, '.'],
      signal,
    );
  } catch (error) {
    throw new NotFoundError(
      `There is no repository with a branch main at ${remote}`,
      error,
    );
  }
}

async function push(folder: string, branch: string, signal?: AbortSignal) {
  try {
    await runGit(folder, ['push', '--quiet', 'origin', branch], signal);
  } catch (error) {
    throw new ConflictError(
      `The branch ${branch} was not taken: there may be one of that name already`,
      error,
    );
  }
}
