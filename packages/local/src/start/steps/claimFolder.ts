import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalError } from '../../progress/LocalError';
import { stopRunners } from '../../runners/stopRunners';
import { processArgs } from '../../system/processArgs';
import { runsDirOf } from '../runsDirOf';
import type { StartContext } from '../StartContext';

const LEFT_BEHIND_GRACE_MS = 10_000;

/**
 * One start at a time in one data folder: two would share a database and end
 * each other's processes. Runners that a killed start left behind are ended.
 */
export async function claimFolder(context: StartContext): Promise<void> {
  const { runDir, progress, shutdown } = context;
  const file = join(runDir, 'start.pid');
  await mkdir(runDir, { recursive: true });
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder && holder !== process.pid && (await isStart(holder))) {
    throw new LocalError(
      `Terrastage already runs from ${runDir} (process ${holder})`,
      `Stop it with Ctrl-C where it runs, or with: kill ${holder}`,
    );
  }
  await writeFile(file, String(process.pid));
  shutdown.add('the data folder', () => rm(file, { force: true }));

  const runsDir = runsDirOf(context);
  const ended = await stopRunners(runsDir, { graceMs: LEFT_BEHIND_GRACE_MS });
  if (ended) progress.line(`  ended ${ended} runner(s) of an earlier start`);
}

/** The recorded id may since have gone to another program. */
async function isStart(pid: number): Promise<boolean> {
  return /local[/\\]src[/\\]cli\.ts/.test((await processArgs(pid)) ?? '');
}
