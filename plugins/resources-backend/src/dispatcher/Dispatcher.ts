import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Database, Stores } from '../database/Stores';
import type { Launcher, LaunchRequest } from '../launchers/Launcher';
import { Loop } from '../loops/Loop';
import type { RunMetrics } from '../metrics/RunMetrics';
import type { RunChanges } from '../runs/RunChanges';
import type { RunRecord } from '../runs/RunRecord';
import { launchFailed } from '../runs/failures';

/** Milliseconds: how late a run may be noticed that another portal has accepted. */
const POLL_INTERVAL = 2_000;

export interface DispatcherOptions {
  database: Database;
  changes: RunChanges;
  launcher: Launcher;
  /** Runs at once on this host, over all portals on it. */
  maxConcurrent: number;
  logger: LoggerService;
  now: () => Date;
  /** A secret of at least 32 random bytes, as text. */
  newToken: () => string;
  metrics?: Pick<RunMetrics, 'claimed'>;
}

/** How many launches are under way at once: each waits for a cluster's API. */
const LAUNCHES = 16;

interface Claim {
  readonly run: RunRecord;
  /** Of its resource. */
  readonly type: string;
  readonly token: string;
  /** When it began to wait. */
  readonly since: Date;
}

/** Takes runs that wait for a runner, in their turn, as long as there is room, and has them launched. */
export class Dispatcher {
  private readonly loop: Loop;
  private readonly launches = new Set<Promise<void>>();

  constructor(private readonly options: DispatcherOptions) {
    this.loop = new Loop({
      name: 'dispatcher',
      interval: POLL_INTERVAL,
      logger: options.logger,
      round: signal => this.dispatch(signal),
    });
  }

  start(): void {
    this.loop.start();
  }

  /** There is a new run, or room for one. */
  wake(): void {
    this.loop.wake();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.launches);
  }

  private async dispatch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const claims = await this.claim(LAUNCHES - this.launches.size);
      if (claims.length === 0) {
        return;
      }
      for (const claim of claims) {
        const launch = this.launch(claim).finally(() =>
          this.launches.delete(launch),
        );
        this.launches.add(launch);
      }
      // One that the cluster keeps waiting does not hold up the next.
      while (this.launches.size > LAUNCHES / 2) {
        await Promise.race(this.launches);
      }
    }
  }

  /**
   * In one transaction, at most so many, and in few statements: each transaction has to wait for a connection of the
   * pool, and each statement for its turn, behind all the requests that made the queue long.
   */
  private async claim(atMost: number): Promise<LaunchRequest[]> {
    const { database, launcher, maxConcurrent } = this.options;
    const claims = await database.transaction(async stores => {
      await stores.queue.lock();
      const running = await stores.queue.countRunning(launcher.host);
      const room = Math.min(atMost, maxConcurrent - running);
      const waiting = room > 0 ? await stores.queue.next(room) : [];
      return waiting.length > 0 ? this.claimEach(stores, waiting) : [];
    });
    for (const { run, since } of claims) {
      this.options.changes.announce(run);
      this.options.metrics?.claimed(run, since, this.options.now());
    }
    return claims.map(({ run, token, type }) => ({
      runId: run.id,
      attempt: run.attempt,
      token,
      owner: run.owner,
      type,
    }));
  }

  private async claimEach(
    stores: Stores,
    waiting: readonly RunRecord[],
  ): Promise<Claim[]> {
    const { changes, launcher, now, newToken } = this.options;
    const claimed = await changes.changeEach(stores, waiting, run => ({
      run: { waitsForApply: false },
      transitions: [{ type: 'claim', attempt: run.attempt + 1 }],
    }));
    const claims = claimed.map(({ run, resource }, index) => ({
      run,
      type: resource.type,
      token: newToken(),
      since: waitsSince(waiting[index]),
    }));
    await stores.attempts.insert(
      claims.map(({ run, token }) => ({
        runId: run.id,
        attempt: run.attempt,
        tokenHash: createHash('sha256').update(token).digest('hex'),
        host: launcher.host,
        launchedAt: now(),
        acceptedThrough: 0,
      })),
    );
    return claims;
  }

  private async launch(claim: LaunchRequest): Promise<void> {
    const { launcher, logger } = this.options;
    try {
      await launcher.launch(claim);
      logger.info(`Run ${claim.runId} has its runner`, {
        attempt: claim.attempt,
      });
    } catch (error) {
      logger.error(
        `The runner of run ${claim.runId} could not be started`,
        error as Error,
      );
      await this.fail(claim, error).catch(refused =>
        // Its silence will say the same: the supervisor finds it lost.
        logger.error(`Run ${claim.runId} could not be failed`, refused),
      );
    }
  }

  private async fail(
    { runId, attempt }: LaunchRequest,
    error: unknown,
  ): Promise<void> {
    await this.options.changes.change(runId, async ({ run }) =>
      (run.status === 'planning' || run.status === 'planned') &&
      run.attempt === attempt
        ? { transitions: [{ type: 'fail', failure: launchFailed(error) }] }
        : undefined,
    );
  }
}

function waitsSince({ waitsForApply, decidedAt, createdAt }: RunRecord): Date {
  return (waitsForApply && decidedAt) || createdAt;
}
