import {
  isTerminal,
  runCancelPermission,
  runCreatePermission,
  type RunView,
} from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { retryRefusal } from './retryRefusal';
import { mayDecide } from './mayDecide';
import { runFacts } from './runFacts';
import type { RunRecord } from './RunRecord';

export interface RunViewOptions {
  resource: Pick<
    ResourceRecord,
    'name' | 'type' | 'environment' | 'owner' | 'status' | 'run'
  >;
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
    queuePosition:
      run.status === 'pending' || run.waitsForApply ? queuePosition : undefined,
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
    cancelable:
      isCancelable(run) &&
      caller.rights.may(runCancelPermission, runFacts(run, resource)),
    retryOf: run.retryOf,
    versions:
      run.versionFrom && run.target
        ? { from: run.versionFrom, to: run.target.templateVersion }
        : undefined,
    decision: decisionOf(run),
    decideBy:
      run.status === 'awaiting_approval'
        ? run.decideBy?.toISOString()
        : undefined,
    actions: {
      decide:
        run.status === 'awaiting_approval' && mayDecide(caller, run, resource),
      retry:
        caller.rights.may(runCreatePermission, resource) &&
        retryRefusal(run, resource) === undefined,
    },
  };
}

function decisionOf(run: RunRecord): RunView['decision'] {
  return (
    run.decidedAt && {
      type: run.status === 'discarded' ? 'discarded' : 'confirmed',
      at: run.decidedAt.toISOString(),
      by: run.decidedBy,
      note: run.decisionNote,
    }
  );
}

function isCancelable(run: RunRecord): boolean {
  return (
    !isTerminal(run.status) &&
    run.status !== 'interrupted' &&
    run.status !== 'recovering' &&
    !run.cancelRequestedAt
  );
}
