import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './isAlive';

const POLL_MS = 50;
const SETTLE_MS = 500;

export type StopGroupOptions = {
  /** How long it may take after SIGTERM. */
  graceMs: number;
  /** Cuts the grace short. */
  urgent?: AbortSignal;
  /** After SIGKILL nothing should be left; how long to wait for that. */
  killMs?: number;
};

/**
 * Ends a process group by the id of its leader. SIGTERM goes to the leader alone,
 * which tells its children itself; where it has died before them, they get SIGINT.
 * After the grace the whole group gets SIGKILL.
 *
 * @returns whether anything of the group had to be killed
 * @throws Error when something survives even that
 */
export async function stopGroup(
  pid: number,
  { graceMs, urgent, killMs = 5_000 }: StopGroupOptions,
): Promise<boolean> {
  const leads = isAlive(pid);
  signal(leads ? pid : -pid, leads ? 'SIGTERM' : 'SIGINT');
  const ended = () => (leads ? !isAlive(pid) : !groupLives(pid));
  await until(() => ended() || Boolean(urgent?.aborted), graceMs);
  // Its children end a moment after it.
  await until(() => !groupLives(pid), SETTLE_MS);
  if (!groupLives(pid)) return false;

  signal(-pid, 'SIGKILL');
  await until(() => !groupLives(pid), killMs);
  if (groupLives(pid)) {
    throw new Error(`Process group ${pid} survives SIGKILL`);
  }
  return true;
}

async function until(done: () => boolean, ms: number) {
  for (let waited = 0; waited < ms && !done(); waited += POLL_MS) {
    await sleep(POLL_MS);
  }
}

function groupLives(pid: number): boolean {
  return signal(-pid, 0);
}

function signal(target: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(target, name);
    return true;
  } catch {
    return false;
  }
}
