import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Database } from '../database/Stores';
import type { Launcher } from '../launchers/Launcher';
import { Loop } from '../loops/Loop';
import type { AttemptRecord } from '../runs/AttemptStore';
import type { RunChanges } from '../runs/RunChanges';
import type { RunRecord } from '../runs/RunRecord';
import type { LostRuns } from './LostRuns';

/** Milliseconds. A lost runner has to be noticed within 30 s. */
const INTERVAL = 3_000;
/** A runner of another host is not to be seen: only a silence of so many times `lostAfter` says that it is lost. */
const UNSEEN_FACTOR = 15;
/** Milliseconds on top of the grace that the runner itself gives Terraform. */
const MARGIN = 30_000;

export interface SupervisorOptions {
  database: Database;
  changes: RunChanges;
  launcher: Launcher;
  lostRuns: LostRuns;
  /** Milliseconds each. */
  limits: { lostAfter: number; grace: number; deadline: number };
  logger: LoggerService;
  now: () => Date;
  interval?: number;
}

/** Looks after runs that have a runner: notices the lost ones, and ends the ones that don't listen. */
export class Supervisor {
  private readonly loop: Loop;
  /** Runners that were not there in the last round. Their last word may have been on its way: one round more. */
  private missing = new Set<string>();

  constructor(private readonly options: SupervisorOptions) {
    this.loop = new Loop({
      name: 'supervisor',
      interval: options.interval ?? INTERVAL,
      logger: options.logger,
      round: signal => this.round(signal),
    });
    options.launcher.onExit(() => this.loop.wake());
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  private async round(signal: AbortSignal): Promise<void> {
    const { database, lostRuns, logger } = this.options;
    const missing = new Set<string>();
    for (const run of await database.stores.runs.listRunning()) {
      if (signal.aborted) {
        return;
      }
      try {
        const attempt = await database.stores.attempts.get(run.id, run.attempt);
        if (!attempt) {
          throw new Error(`Attempt ${run.attempt} has no record`);
        }
        if (run.status === 'interrupted') {
          await lostRuns.settle(run, attempt);
        } else {
          await this.check(run, attempt, missing);
        }
      } catch (error) {
        // One run that can't be looked after must not keep the others from it.
        logger.error(`Run ${run.id} could not be checked`, error as Error);
      }
    }
    this.missing = missing;
  }

  private async check(
    run: RunRecord,
    attempt: AttemptRecord,
    missing: Set<string>,
  ): Promise<void> {
    const { launcher, lostRuns, limits, now } = this.options;
    const here = attempt.host === launcher.host;
    const presence = here ? await launcher.probe(attempt) : 'unknown';
    const silentFor =
      now().getTime() - (attempt.heartbeatAt ?? attempt.launchedAt).getTime();
    if (here && run.cancelRequestedAt) {
      await launcher.cancel?.(attempt);
    }
    switch (presence) {
      case 'waiting':
        await lostRuns.tellWhy(run, attempt);
        return;
      case 'stuck':
        await lostRuns.lose(run, attempt);
        return;
      case 'running':
        await this.enforce(run, attempt);
        return;
      case 'unreachable':
        if (silentFor > limits.lostAfter) {
          await lostRuns.lose(run, attempt);
        }
        return;
      case 'unknown':
        if (silentFor > limits.lostAfter * (here ? 1 : UNSEEN_FACTOR)) {
          await lostRuns.lose(run, attempt);
        }
        return;
      default: {
        const id = `${run.id}-${run.attempt}`;
        if (this.missing.has(id)) {
          await lostRuns.lose(run, attempt);
        } else {
          missing.add(id);
        }
      }
    }
  }

  /** The runner keeps these limits itself; one that hangs is ended here, and is lost then. */
  private async enforce(run: RunRecord, attempt: AttemptRecord): Promise<void> {
    const { launcher, database, limits, logger, now } = this.options;
    const time = now().getTime();
    const due = this.stopDueAt(run, attempt);
    if (time < due) {
      return;
    }
    const heard = attempt.cancelConveyedAt !== undefined;
    if (!heard && !attempt.interruptedAt) {
      logger.warn(
        `The runner of run ${run.id} does not listen: interrupting it`,
      );
      await database.stores.attempts.update(run.id, run.attempt, {
        interruptedAt: now(),
      });
      await launcher.interrupt(attempt);
    } else if (
      heard ||
      time > attempt.interruptedAt!.getTime() + limits.grace + MARGIN
    ) {
      logger.warn(`The runner of run ${run.id} does not end: killing it`);
      await launcher.kill(attempt);
    }
  }

  /** When the portal has to step in, as a time in milliseconds. */
  private stopDueAt(run: RunRecord, attempt: AttemptRecord): number {
    const { launcher, limits } = this.options;
    const patience = limits.grace + MARGIN;
    const overtime = launcher.keepsDeadline
      ? Infinity
      : attempt.launchedAt.getTime() + limits.deadline + patience;
    const canceledAt = attempt.cancelConveyedAt ?? run.cancelRequestedAt;
    return canceledAt
      ? Math.min(overtime, canceledAt.getTime() + patience)
      : overtime;
  }
}
