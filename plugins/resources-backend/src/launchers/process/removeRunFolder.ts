import { readlink, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  SHORT_TMP_PREFIX,
  tmpInWork,
} from '@terrastage/terraform-runner/protocol';
import { folderAt, parseFolderName } from './runFolder';

/** Removes a run's folder, with what its runner had to keep elsewhere and could not remove because it was killed. */
export async function removeRunFolder(folder: string): Promise<void> {
  const elsewhere = await tmpElsewhere(folder);
  if (elsewhere) await removeAll(elsewhere);
  await removeAll(folder);
}

/** Only a folder that a runner makes for it: Terraform's providers could have put another link there. */
async function tmpElsewhere(folder: string): Promise<string | undefined> {
  const runner = parseFolderName(path.basename(folder));
  if (!runner) return undefined;
  const link = path.join(folderAt(folder).work, tmpInWork(runner.attempt));
  const target = await readlink(link).catch(() => undefined);
  const isRunners =
    target !== undefined &&
    path.dirname(target) === os.tmpdir() &&
    path.basename(target).startsWith(SHORT_TMP_PREFIX);
  return isRunners ? target : undefined;
}

function removeAll(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
