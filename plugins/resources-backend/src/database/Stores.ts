import type { BundleStore } from '../bundles/BundleStore';
import type { ResourceStore } from '../inventory/ResourceStore';
import type { AttemptStore } from '../runs/AttemptStore';
import type { IdempotencyStore } from '../runs/IdempotencyStore';
import type { RunEventStore } from '../runs/RunEventStore';
import type { RunStore } from '../runs/RunStore';
import type { QueueStore } from '../dispatcher/QueueStore';
import type { SkeletonStore } from '../skeletons/SkeletonStore';
import type { SupervisionStore } from '../supervisor/SupervisionStore';

/** All stores of one database, or of one transaction in it. */
export interface Stores {
  readonly bundles: BundleStore;
  readonly skeletons: SkeletonStore;
  readonly resources: ResourceStore;
  readonly runs: RunStore;
  readonly attempts: AttemptStore;
  readonly events: RunEventStore;
  readonly idempotency: IdempotencyStore;
  readonly queue: QueueStore;
  readonly supervision: SupervisionStore;
}

export interface Database {
  readonly stores: Stores;
  /** All or nothing. Locks that the work takes are held until its end. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}
