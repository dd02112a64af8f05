import { readPreparedFolder } from '../../cache/readPreparedFolder';
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
  const cached = await initCacheOf(context)?.get(found.initKey!);
  if (cached) {
    await writePreparedFolder(folders.workspace, cached, job.state);
    found.prepared = cached;
    found.isNewFolder = false;
    return;
  }
  try {
    await terraformInit(context.terraform);
  } catch (error) {
    throw await commandFailure('init_failed', error, context);
  }
  found.prepared = await readPreparedFolder(folders.workspace);
  found.isNewFolder = true;
  await writeLockFile(folders.workspace, found.prepared);
}
