import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processArgs } from '../system/processArgs';

/**
 * Stops a PostgreSQL that was left behind on a data folder, as after kill -9 of
 * the whole process tree. It is taken for ours only if the process whose id the
 * folder records has the folder in its arguments.
 *
 * @returns the id of the process that was stopped
 * @throws Error when it does not end
 */
export async function stopStalePostgres(
  dataDir: string,
): Promise<number | undefined> {
  const pid = await recordedPid(dataDir);
  if (!pid || !(await servesFolder(pid, dataDir))) return undefined;

  // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is kept.
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 100; waited++) {
    if (!(await servesFolder(pid, dataDir))) return pid;
    await sleep(100);
  }
  throw new Error(
    `PostgreSQL from an earlier start (process ${pid}) does not end. ` +
      `End it by hand: kill -QUIT ${pid}`,
  );
}

async function recordedPid(dataDir: string): Promise<number | undefined> {
  try {
    const file = await readFile(join(dataDir, 'postmaster.pid'), 'utf8');
    const pid = Number(file.split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function servesFolder(pid: number, dataDir: string): Promise<boolean> {
  const args = (await processArgs(pid)) ?? '';
  return args.includes('postgres') && args.includes(` ${dataDir} `);
}
