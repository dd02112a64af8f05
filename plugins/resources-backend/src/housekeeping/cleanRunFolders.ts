import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isTerminal } from '@terrastage/plugin-resources-common';
import type { Database } from '../database/Stores';
import type { Launcher, RunnerRef } from '../launchers/Launcher';
import { removeRunFolder } from '../launchers/process/removeRunFolder';
import { parseFolderName } from '../launchers/process/runFolder';
import type { RunRecord } from '../runs/RunRecord';

const MINUTE = 60_000;
/** Milliseconds after the end of a run. */
const KEPT_AFTER_SUCCESS = 10 * MINUTE;
const KEPT_AFTER_FAILURE = 24 * 60 * MINUTE;

export interface CleanRunFoldersOptions {
  runsDir: string;
  database: Database;
  launcher: Launcher;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Removes folders of runs that are over: soon where all went well, after a day where it didn't. One that holds a
 * state which Terraform could not save is left alone, and the log says so.
 */
export async function cleanRunFolders(
  options: CleanRunFoldersOptions,
): Promise<void> {
  const { runsDir, database, launcher, logger, now } = options;
  for (const name of await listFolders(runsDir)) {
    const runner = parseFolderName(name);
    const run = runner && (await database.stores.runs.get(runner.runId));
    if (!run || !isDue(run, now()) || (await isAlive(launcher, runner))) {
      continue;
    }
    const [errored] = await launcher.findErroredStates(runner);
    if (errored) {
      logger.warn(
        `${errored} is a state that run ${run.id} could not save: bring it back with 'terraform state push', then remove its folder`,
      );
    } else {
      await removeRunFolder(path.join(runsDir, name));
    }
  }
}

async function isAlive(launcher: Launcher, runner: RunnerRef) {
  const presence = await launcher.probe(runner);
  return presence === 'running' || presence === 'orphaned';
}

function isDue(run: RunRecord, now: Date): boolean {
  if (!isTerminal(run.status) || !run.finishedAt) {
    return false;
  }
  const well =
    run.status === 'applied' ||
    run.status === 'planned_and_finished' ||
    (run.status === 'canceled' && !run.applyStarted);
  const kept = well ? KEPT_AFTER_SUCCESS : KEPT_AFTER_FAILURE;
  return now.getTime() - run.finishedAt.getTime() > kept;
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
