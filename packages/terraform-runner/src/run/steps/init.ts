import { readPreparedFolder } from '../../cache/readPreparedFolder';
import { fullSource } from '../../checks/requiredProviders';
import { RunnerError } from '../../errors/RunnerError';
import type { Job } from '../../protocol';
import type { PreparedFolder } from '../../cache/PreparedFolder';
import {
  writeLockFile,
  writePreparedFolder,
} from '../../cache/writePreparedFolder';
import { init as terraformInit } from '../../terraform/init';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { commandFailure } from '../commandFailure';
import { initCacheOf } from '../initCacheOf';

/** Prepares the workspace: from the cache where an earlier run left what is needed, else by `terraform init`. */
export const init: Step = { name: 'init', run: runInit };

async function runInit(context: RunContext): Promise<void> {
  const { folders, found, job } = context;
  // The cache's folders have the backend of the bucket; the preview of a restore has one of its own.
  const cached = found.restored
    ? undefined
    : await initCacheOf(context)?.get(found.initKey!);
  if (cached) {
    await writePreparedFolder(folders.workspace, cached, job.state);
    found.prepared = cached;
    found.isNewFolder = false;
  } else {
    found.prepared = await initialise(context);
    found.isNewFolder = true;
  }
  checkProviders(found.prepared, job);
}

async function initialise(context: RunContext): Promise<PreparedFolder> {
  const { workspace } = context.folders;
  try {
    await terraformInit(context.terraform);
  } catch (error) {
    throw await commandFailure('init_failed', error, context);
  }
  const prepared = await readPreparedFolder(workspace);
  await writeLockFile(workspace, prepared);
  return prepared;
}

/**
 * What `init` really brought. The check before knows only what the module says, and OpenTofu, for one, takes
 * `hashicorp/aws` for a provider of its own registry.
 */
function checkProviders(prepared: PreparedFolder, job: Job): void {
  const foreign = prepared.providers.find(
    ({ source }) => !job.allowedProviders.map(fullSource).includes(source),
  );
  if (foreign) {
    throw new RunnerError(
      'invalid_bundle',
      `The module needs the provider ${foreign.source}, which is not on the list of allowed ones. Nothing of it ran. Correct the template, or write its source in full`,
    );
  }
}
