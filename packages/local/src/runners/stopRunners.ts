import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { groupArgs } from '../system/groupArgs';
import { stopGroup } from '../system/stopGroup';

export type StopRunnersOptions = {
  graceMs: number;
  urgent?: AbortSignal;
  /** Called with how many are still at work after they have been asked to end. */
  onWait?: (count: number) => void;
};

/** What the portal's launcher writes when it has started a runner. */
const processSchema = z.object({ pid: z.number().int().min(2) });

/**
 * Ends all runners that the folder of runs knows of: one SIGTERM to each, which
 * lets Terraform save its state, and after the grace its whole group, because a
 * provider that outlives its Terraform keeps half a gigabyte.
 *
 * @returns how many there were
 */
export async function stopRunners(
  runsDir: string,
  { graceMs, urgent, onWait }: StopRunnersOptions,
): Promise<number> {
  const pids = await runnersOf(runsDir);
  if (!pids.length) return 0;

  onWait?.(pids.length);
  await Promise.all(pids.map(pid => stopGroup(pid, { graceMs, urgent })));
  return pids.length;
}

async function runnersOf(runsDir: string): Promise<number[]> {
  const folders = await readdir(runsDir).catch(() => [] as string[]);
  const pids = await Promise.all(
    folders.map(async folder => {
      const pid = await recordedPid(join(runsDir, folder, 'process.json'));
      return pid && (await isRunner(pid)) ? [pid] : [];
    }),
  );
  return pids.flat();
}

async function recordedPid(file: string): Promise<number | undefined> {
  try {
    return processSchema.parse(JSON.parse(await readFile(file, 'utf8'))).pid;
  } catch {
    // No runner was started here, or its record was being written when the
    // portal died: then the runner was not started either.
    return undefined;
  }
}

/**
 * Whether something of a runner lives: the runner, or Terraform without it. The
 * recorded id may since have gone to another program.
 */
async function isRunner(pid: number): Promise<boolean> {
  const members = await groupArgs(pid);
  return members.some(args => args.includes('terraform'));
}
