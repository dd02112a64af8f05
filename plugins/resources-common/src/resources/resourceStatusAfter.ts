import type { Run } from '../runs/Run';
import { changesAws } from '../runs/changesAws';
import { isTerminal } from '../runs/RunStatus';
import type { ResourceStatus } from './ResourceStatus';

/** What of a resource decides its next status. */
export interface ResourceBefore {
  readonly status: ResourceStatus;
  /** True once a state with at least one thing in it was recorded. */
  readonly hasState: boolean;
  /** True once Terraform was started to apply in the run that this is about. */
  readonly applyStarted: boolean;
  /** The status before that run was asked for; absent for the run that first makes the resource. */
  readonly statusBeforeRun?: ResourceStatus;
}

const whileActive: Record<
  'apply' | 'destroy',
  (hasState: boolean) => ResourceStatus
> = {
  apply: hasState => (hasState ? 'updating' : 'creating'),
  destroy: () => 'deleting',
};

/** The status of a resource after its run has come to `run.status`. Pure; written in the run's own transaction. */
export function resourceStatusAfter(
  before: ResourceBefore,
  run: Pick<Run, 'operation' | 'status'>,
): ResourceStatus {
  if (!changesAws(run.operation)) {
    return before.status;
  }
  if (!isTerminal(run.status)) {
    return whileActive[run.operation === 'destroy' ? 'destroy' : 'apply'](
      before.hasState,
    );
  }
  switch (run.status) {
    case 'applied':
      return run.operation === 'destroy' ? 'deleted' : 'active';
    case 'needs_attention':
      return 'needs_attention';
    default:
      if (run.operation === 'adopt' && !before.hasState) {
        // Nothing is managed, so the name and the thing in AWS are free for the next try.
        return 'deleted';
      }
      if (before.applyStarted) {
        return 'failed';
      }
      // Nothing was touched: what stood before stands still. A first apply that never began leaves nothing
      // to stand, which the list shows as failed rather than as gone, so that its owner learns why.
      return before.statusBeforeRun ?? (before.hasState ? 'active' : 'failed');
  }
}
