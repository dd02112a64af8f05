import type { Metrics } from '@togglemaster/kit';
import type { Environments } from '../environments/Environments.ts';
import { memberOf } from '@togglemaster/snapshots';
import type { StreamHub } from '../stream/StreamHub.ts';

/** What an operator of evaluation wants to see. */
export function evaluationMetrics(metrics: Metrics) {
  return {
    dropped: metrics.counter(
      'telemetry_dropped_total',
      'Telemetry that was lost for want of room, or since the queue refuses it',
      ['kind'],
    ),
    sent: metrics.counter(
      'telemetry_messages_sent_total',
      'Messages that the queue has taken',
    ),
    failures: metrics.counter(
      'telemetry_send_failures_total',
      'Failed attempts to reach the queue',
    ),
    faults: metrics.counter(
      'snapshot_unreadable_entries_total',
      'Entries of a snapshot that could not be read',
    ),
  };
}

/** Gauges that are read when somebody asks. */
export function observeState(
  metrics: Metrics,
  environments: Environments,
  hub: StreamHub,
): void {
  metrics.gauge(
    'snapshot_version',
    'Version in memory of each half of an environment',
    ['environment', 'source'],
    gauge => {
      for (const [project, name, { versions }] of environments.entries()) {
        const environment = memberOf({ project, environment: name });
        for (const [source, version] of Object.entries(versions)) {
          gauge.set({ environment, source }, version);
        }
      }
    },
  );
  metrics.gauge(
    'snapshot_stale',
    '1 where answers are marked as stale',
    ['environment'],
    gauge => {
      for (const [project, name] of environments.entries()) {
        const environment = memberOf({ project, environment: name });
        const stale = environments.isStale(project, name);
        gauge.set({ environment }, stale ? 1 : 0);
      }
    },
  );
  metrics.gauge('streams_open', 'Open event streams', [], gauge =>
    gauge.set(hub.count),
  );
}
