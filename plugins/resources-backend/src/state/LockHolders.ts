import { isTerminal } from '@terrastage/plugin-resources-common';
import type { Database } from '../database/Stores';
import type { Launcher } from '../launchers/Launcher';
import type { AttemptRecord } from '../runs/AttemptStore';
import type { RunRecord } from '../runs/RunRecord';
import type { StateLock } from '../supervisor/StateInspector';

/** Milliseconds: the runner's clock dates a lock, the portal's dates a run. */
const SLACK = 5_000;
/** A runner of another host is not to be seen: only so many times `lostAfter` without a word say that it is dead. */
const UNSEEN_FACTOR = 15;

export interface LockHolder {
  readonly state: 'alive' | 'dead' | 'unknown';
  readonly run?: RunRecord;
  readonly heartbeatAt?: Date;
}

export interface LockHoldersOptions {
  database: Database;
  launcher: Launcher;
  /** Milliseconds. */
  lostAfter: number;
  now: () => Date;
}

/** Finds out who took a lock. Terraform writes a user, a host and a time into it, and nothing of the run. */
export class LockHolders {
  constructor(private readonly options: LockHoldersOptions) {}

  async find(resourceId: string, lock: StateLock): Promise<LockHolder> {
    const { runs, attempts } = this.options.database.stores;
    const run = runOfLock(lock, await runs.listOfResource(resourceId));
    const attempt = run && (await attempts.get(run.id, run.attempt));
    if (!run || !attempt) {
      return { state: 'unknown' };
    }
    return {
      state: (await this.isAlive(run, attempt)) ? 'alive' : 'dead',
      run,
      heartbeatAt: attempt.heartbeatAt,
    };
  }

  private async isAlive(
    run: RunRecord,
    attempt: AttemptRecord,
  ): Promise<boolean> {
    const { launcher, lostAfter, now } = this.options;
    if (!isTerminal(run.status)) {
      return true;
    }
    const here = attempt.host === launcher.host;
    const presence = here ? await launcher.probe(attempt) : 'unknown';
    if (presence !== 'unknown') {
      return presence !== 'gone';
    }
    const heard = attempt.heartbeatAt ?? attempt.launchedAt;
    return now().getTime() - heard.getTime() <= lostAfter * UNSEEN_FACTOR;
  }
}

/** The run in whose time it was taken. Runs of one resource never overlap. */
function runOfLock(
  { created }: StateLock,
  runs: readonly RunRecord[],
): RunRecord | undefined {
  const time = new Date(created).getTime();
  return runs.find(
    ({ operation, startedAt, finishedAt }) =>
      operation !== 'unlock' &&
      startedAt !== undefined &&
      startedAt.getTime() - SLACK <= time &&
      (!finishedAt || time <= finishedAt.getTime() + SLACK),
  );
}
