import {
  changesAws,
  type PlanDetail,
  type PlanSummary,
  type ResourceStatus,
  type Run,
  type RunFailure,
  type RunOperation,
  type RunProgress,
  type RunStatus,
  type RunStep,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import type { ResourceTarget } from '../inventory/ResourceTarget';

/** The lock that is to go, or the version of the state that is to come back. */
export type StateTask =
  | { readonly lockId: string }
  | { readonly versionId: string };

/** A run as it is stored: flat, so that one row holds every status. `toRun` makes the domain's union of it. */
export interface RunRecord {
  readonly id: string;
  readonly resourceId: string;
  readonly operation: RunOperation;
  readonly status: RunStatus;
  /** 0 before the first runner. */
  readonly attempt: number;
  /** Entity ref of the user. */
  readonly requestedBy: string;
  /** The resource's owner. */
  readonly owner: string;
  /** What the resource was before this run; absent for the run that makes it. */
  readonly resourceStatusBefore?: ResourceStatus;
  readonly bundleDigest: string;
  readonly variables: Record<string, JsonValue>;
  readonly searchOrphans: boolean;
  /** It stops after its plan until somebody confirms it. */
  readonly confirm: boolean;
  /** What the resource is once it has applied; absent where the resource stays what it is. */
  readonly target?: ResourceTarget;
  /** What an unlock or a restore is about. */
  readonly stateTask?: StateTask;
  /** Version of the template that the resource had, where the target has another. */
  readonly versionFrom?: string;
  /** The run that it tries again. */
  readonly retryOf?: string;
  /** When its parked plan is discarded. */
  readonly decideBy?: Date;
  readonly decidedAt?: Date;
  /** Entity ref; absent when nobody decided in time. */
  readonly decidedBy?: string;
  readonly decisionNote?: string;
  /** Confirmed, and in the queue for a runner that applies. */
  readonly waitsForApply: boolean;
  readonly planDigest?: string;
  readonly summary?: PlanSummary;
  readonly deniedReason?: string;
  /** True once Terraform was started to apply: from then on AWS may have changed. */
  readonly applyStarted: boolean;
  readonly steps: readonly RunStep[];
  readonly progress?: RunProgress;
  readonly failure?: RunFailure;
  /** ARNs that still carried the resource's tag after a destroy. */
  readonly orphans?: readonly string[];
  /** Where an `errored.tfstate` was saved. */
  readonly savedState?: string;
  readonly maxRssBytes?: number;
  /** S3 version of the state that it left. */
  readonly stateVersionId?: string;
  /** `seq` of its last event. */
  readonly eventSeq: number;
  readonly cancelRequestedAt?: Date;
  readonly cancelRequestedBy?: string;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly plannedAt?: Date;
  readonly applyingAt?: Date;
  readonly finishedAt?: Date;
}

export type RunPatch = Partial<
  Omit<RunRecord, 'id' | 'resourceId' | 'operation' | 'createdAt'>
> & { readonly planDetail?: PlanDetail };

/**
 * The domain's view of a stored run.
 *
 * @throws Error when the row lacks what its status needs, which only a hand in the database can bring about.
 */
export function toRun(record: RunRecord): Run {
  const { id, operation, status, attempt, planDigest, summary } = record;
  const base = { id, operation };
  const planned =
    planDigest && summary ? { attempt, planDigest, summary } : undefined;
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) {
      throw new Error(
        `Run ${id} is ${status}, but its row lacks what that needs`,
      );
    }
    return value;
  };
  switch (status) {
    case 'pending':
      return { ...base, status };
    case 'planning':
      return { ...base, status, attempt };
    case 'applying':
    case 'applied':
      return operation === 'unlock'
        ? { ...base, status, attempt }
        : { ...base, status, ...need(planned) };
    case 'planned':
    case 'awaiting_approval':
    case 'planned_and_finished':
    case 'discarded':
      return { ...base, status, ...need(planned) };
    case 'policy_denied':
      return {
        ...base,
        status,
        ...need(planned),
        reason: need(record.deniedReason),
      };
    case 'canceled':
      return { ...base, status, ...planned };
    case 'failed':
      return { ...base, status, ...planned, failure: need(record.failure) };
    case 'needs_attention':
      return {
        ...base,
        status,
        attempt,
        ...planned,
        failure: need(record.failure),
      };
    case 'interrupted':
    case 'recovering':
      return {
        ...base,
        status,
        attempt,
        ...planned,
        applyStarted: record.applyStarted,
      };
    default:
      return status satisfies never;
  }
}

/** What of a run its row keeps. */
export function toRunPatch(run: Run): RunPatch {
  return {
    status: run.status,
    ...('attempt' in run && { attempt: run.attempt }),
    ...('planDigest' in run && { planDigest: run.planDigest }),
    ...('summary' in run && { summary: run.summary }),
    ...('failure' in run && { failure: run.failure }),
    ...('reason' in run && { deniedReason: run.reason }),
    ...(((run.status === 'applying' && changesAws(run.operation)) ||
      ('applyStarted' in run && run.applyStarted)) && { applyStarted: true }),
  };
}
