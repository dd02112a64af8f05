import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Database } from '../database/Stores';
import type { ChangeHub } from '../runs/ChangeHub';
import type { RunRecord } from '../runs/RunRecord';
import { workedSeconds } from './workedSeconds';

/** Seconds. */
const WAITS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600];
const DURATIONS = [
  5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200,
];

export interface RunMetricsOptions {
  metrics: MetricsService;
  database: Database;
  hub: ChangeHub;
  logger: LoggerService;
}

/**
 * What runs do, for Prometheus. Runs under way are counted in the database when somebody asks, so every portal says the
 * same; what happened is counted by the portal in which it did, so it adds up over all portals.
 */
export class RunMetrics {
  private readonly waits;

  constructor(options: RunMetricsOptions) {
    const { metrics, database, hub, logger } = options;
    const active = metrics.createObservableGauge('terrastage.runs.active', {
      description: 'Runs that are not over, by operation and status',
    });
    active.addCallback(async result => {
      try {
        for (const counted of await database.stores.runs.countActive()) {
          const { count, operation, status } = counted;
          result.observe(count, { operation, status });
        }
      } catch (error) {
        logger.warn('The runs could not be counted', error as Error);
      }
    });
    this.waits = metrics.createHistogram('terrastage.run.queue_seconds', {
      description: 'From queued (or confirmed) to claimed, by operation',
      unit: 's',
      advice: { explicitBucketBoundaries: WAITS },
    });
    const ended = metrics.createCounter('terrastage.runs.ended', {
      description: 'Runs that came to an end, by operation and status',
    });
    const durations = metrics.createHistogram(
      'terrastage.run.duration_seconds',
      {
        description:
          'Work of runs that came to an end, without what they waited for a runner or a decision, by operation and status',
        unit: 's',
        advice: { explicitBucketBoundaries: DURATIONS },
      },
    );
    hub.onChange(({ ended: run }) => {
      if (!run) return;
      const { operation, status } = run;
      ended.add(1, { operation, status });
      const seconds = workedSeconds(run);
      if (seconds !== undefined) {
        durations.record(seconds, { operation, status });
      }
    });
  }

  /** A run has got its turn. @param since - when it began to wait. */
  claimed({ operation }: RunRecord, since: Date, now: Date): void {
    this.waits.record((now.getTime() - since.getTime()) / 1_000, { operation });
  }
}
