import { isTerminal, type RunView } from '@terrastage/plugin-resources-common';
import { mayCancel, type Caller } from '../access/Caller';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { RunRecord } from './RunRecord';

export interface RunViewOptions {
  resource: Pick<ResourceRecord, 'name' | 'type' | 'environment' | 'owner'>;
  caller: Caller;
  /** While it is pending. */
  queuePosition?: number;
}

/** A run as the API gives it. */
export function runView(
  run: RunRecord,
  { resource, caller, queuePosition }: RunViewOptions,
): RunView {
  return {
    id: run.id,
    resourceId: run.resourceId,
    resourceName: resource.name,
    resourceType: resource.type,
    environment: resource.environment,
    owner: resource.owner,
    operation: run.operation,
    status: run.status,
    attempt: run.attempt,
    requestedBy: run.requestedBy,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString(),
    plannedAt: run.plannedAt?.toISOString(),
    applyingAt: run.applyingAt?.toISOString(),
    finishedAt: run.finishedAt?.toISOString(),
    queuePosition: run.status === 'pending' ? queuePosition : undefined,
    bundleDigest: run.bundleDigest,
    planDigest: run.planDigest,
    summary: run.summary,
    steps: [...run.steps],
    progress: run.progress,
    failure: run.failure,
    cancelRequestedAt: run.cancelRequestedAt?.toISOString(),
    cancelRequestedBy: run.cancelRequestedBy,
    orphans: run.orphans && [...run.orphans],
    usage:
      run.maxRssBytes === undefined
        ? undefined
        : { maxRssBytes: run.maxRssBytes },
    cancelable: isCancelable(run) && mayCancel(caller, run),
  };
}

function isCancelable(run: RunRecord): boolean {
  return (
    !isTerminal(run.status) &&
    run.status !== 'interrupted' &&
    run.status !== 'recovering' &&
    !run.cancelRequestedAt
  );
}
