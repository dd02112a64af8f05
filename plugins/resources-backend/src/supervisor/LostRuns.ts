import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { everything } from '../access/Scope';
import type { Database } from '../database/Stores';
import type {
  Launcher,
  RunnerPresence,
  RunnerRef,
} from '../launchers/Launcher';
import type { AttemptRecord } from '../runs/AttemptStore';
import { lostBesideAws, lostInPlanning } from '../runs/failures';
import type { RunChange } from '../runs/RunChange';
import type { RunChanges } from '../runs/RunChanges';
import type { RunRecord } from '../runs/RunRecord';
import { describeLostApply } from './describeLostApply';
import type { StateFindings, StateInspector } from './StateInspector';
import { isNewer } from './StateRefresher';

/** Milliseconds for which one portal has the care for a lost run; it is renewed in every round. */
const LEASE = 30_000;

export interface LostRunsOptions {
  database: Database;
  changes: RunChanges;
  launcher: Launcher;
  inspector: StateInspector;
  /** Milliseconds that what is left of a runner gets to save its state. */
  grace: number;
  logger: LoggerService;
  now: () => Date;
  /** Tells this portal from others on the same database. */
  holder: string;
}

/**
 * What becomes of a run whose runner is lost. Before anything else its attempt is proven dead: Terraform outlives
 * its runner and may still be changing AWS. Then what is known is gathered, and a person decides; nothing is ever
 * applied again by itself.
 */
export class LostRuns {
  /** What was last told of each run that waits. */
  private readonly told = new LRUCache<string, string>({ max: 1_000 });

  constructor(private readonly options: LostRunsOptions) {}

  /** Notes in the run's log why its runner has not started, once for each reason. */
  async tellWhy(run: RunRecord, attempt: RunnerRef): Promise<void> {
    const { changes } = this.options;
    const reason = await this.explain(attempt);
    if (
      !reason ||
      this.told.get(run.id) === reason ||
      !(await this.takeCare(run))
    ) {
      return;
    }
    this.told.set(run.id, reason);
    await changes.append(run.id, async () => ({ events: [note(reason)] }));
  }

  /** The runner is gone, or can't be reached. */
  async lose(run: RunRecord, attempt: RunnerRef): Promise<void> {
    const { changes, logger } = this.options;
    const reason = await this.explain(attempt);
    logger.warn(`The runner of run ${run.id} is lost`, {
      status: run.status,
      ...(reason && { reason }),
    });
    await changes.change(run.id, async ({ run: locked }) =>
      // It may have come to its end in the meantime, or another portal was faster.
      locked.status === run.status && locked.attempt === run.attempt
        ? {
            transitions: [{ type: 'lose' }],
            events: [
              ...(reason ? [note(reason)] : []),
              note(
                'The runner is lost. Making sure that nothing of it works on, then looking at what it left',
              ),
            ],
          }
        : undefined,
    );
  }

  /** One round for a run that is `interrupted`: ends what is left of its attempt, or closes the run. */
  async settle(run: RunRecord, attempt: AttemptRecord): Promise<void> {
    const { launcher } = this.options;
    if (!(await this.takeCare(run))) {
      return;
    }
    const here = attempt.host === launcher.host;
    const presence = here ? await launcher.probe(attempt) : 'unknown';
    if (presence === 'gone' || presence === 'unknown') {
      await this.close(run, attempt, here ? 'gone' : presence);
    } else {
      await this.end(run, attempt, presence);
    }
  }

  /** Of several portals one acts. */
  private takeCare(run: RunRecord): Promise<boolean> {
    const { database, now, holder } = this.options;
    const time = now();
    const until = new Date(time.getTime() + LEASE);
    return database.stores.supervision.lease(run.id, holder, until, time);
  }

  private async explain(attempt: RunnerRef): Promise<string | undefined> {
    return this.options.launcher.explain?.(attempt);
  }

  private async end(
    run: RunRecord,
    attempt: AttemptRecord,
    presence: LeftPresence,
  ): Promise<void> {
    const { database, changes, launcher, grace, logger, now } = this.options;
    const { interruptedAt } = attempt;
    if (!interruptedAt) {
      // Noted first: a portal that starts anew must not interrupt a second time, which would kill the providers.
      await database.stores.attempts.update(run.id, run.attempt, {
        interruptedAt: now(),
      });
      await launcher.interrupt(attempt);
      await changes.append(run.id, async () => ({
        events: [note(endingOf(presence, grace))],
      }));
    } else if (
      presence !== 'unreachable' &&
      now().getTime() - interruptedAt.getTime() > grace
    ) {
      logger.warn(`What is left of run ${run.id} does not end: killing it`);
      await launcher.kill(attempt);
    }
  }

  private async close(
    run: RunRecord,
    attempt: AttemptRecord,
    presence: Extract<RunnerPresence, 'gone' | 'unknown'>,
  ): Promise<void> {
    const { changes } = this.options;
    const here = attempt.host === this.options.launcher.host;
    const reason = here ? await this.explain(attempt) : undefined;
    if (!run.applyStarted) {
      await changes.change(run.id, async ({ run: locked }) =>
        locked.status === 'interrupted'
          ? afterPlanning(locked, reason)
          : undefined,
      );
      return;
    }
    const left = await this.look(run, attempt);
    await changes.change(run.id, async ({ run: locked, resource }) =>
      locked.status === 'interrupted'
        ? {
            resource: {
              state:
                left.findings?.state &&
                isNewer(left.findings.state, resource.state)
                  ? left.findings.state
                  : undefined,
            },
            transitions: [
              {
                type: 'need_attention',
                failure: describeLostApply({
                  run: locked,
                  resource,
                  host: attempt.host,
                  proven: presence === 'gone',
                  reason,
                  ...left,
                }),
              },
            ],
          }
        : undefined,
    );
  }

  private async look(run: RunRecord, attempt: AttemptRecord) {
    const { database, inspector, launcher, logger } = this.options;
    const here = attempt.host === launcher.host;
    const { resources } = database.stores;
    const resource = await resources.get(run.resourceId, everything);
    let findings: StateFindings | undefined;
    let unreadable: string | undefined;
    try {
      if (!resource) {
        throw new Error(`resource ${run.resourceId} is gone`);
      }
      findings = await inspector.inspect(resource);
    } catch (error) {
      unreadable = toError(error).message;
      logger.warn(
        `The state of run ${run.id} could not be read`,
        error as Error,
      );
    }
    return {
      findings,
      unreadable,
      folder: here ? launcher.describe(attempt) : undefined,
      erroredStates: here ? await launcher.findErroredStates(attempt) : [],
    };
  }
}

type LeftPresence = Exclude<RunnerPresence, 'gone' | 'unknown'>;

function endingOf(presence: LeftPresence, grace: number): string {
  switch (presence) {
    case 'waiting':
    case 'stuck':
      return 'The runner never started; what was asked for it is taken back';
    case 'unreachable':
      return 'Waiting for the proof that nothing of the runner is at work any more';
    default:
      return `Terraform outlived its runner: it was asked to stop and has ${Math.round(
        grace / 1_000,
      )} s to save its state`;
  }
}

function afterPlanning(run: RunRecord, reason?: string): RunChange {
  return {
    transitions: [
      run.cancelRequestedAt
        ? { type: 'cancel' }
        : {
            type: 'fail',
            failure:
              run.operation === 'unlock' || run.operation === 'restore'
                ? lostBesideAws(run.operation)
                : lostInPlanning(reason),
          },
    ],
  };
}

function note(message: string) {
  return { type: 'log', source: 'portal', level: 'warn', message } as const;
}
