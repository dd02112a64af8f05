import type { Columns } from '../database/columns';
import type { RunPatch, RunRecord } from './RunRecord';

export interface RunRow {
  id: string;
  resource_id: string;
  operation: RunRecord['operation'];
  status: RunRecord['status'];
  attempt: number;
  requested_by: string;
  owner: string;
  resource_status_before: RunRecord['resourceStatusBefore'] | null;
  bundle_digest: string;
  variables: RunRecord['variables'];
  search_orphans: boolean;
  confirm: boolean;
  target: RunRecord['target'] | null;
  version_from: string | null;
  retry_of: string | null;
  decide_by: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  decision_note: string | null;
  waits_for_apply: boolean;
  plan_digest: string | null;
  summary: RunRecord['summary'] | null;
  denied_reason: string | null;
  apply_started: boolean;
  steps: RunRecord['steps'];
  progress: RunRecord['progress'] | null;
  failure: RunRecord['failure'] | null;
  orphans: string[] | null;
  saved_state: string | null;
  max_rss_bytes: string | null;
  state_version_id: string | null;
  state_task: RunRecord['stateTask'] | null;
  event_seq: number;
  cancel_requested_at: Date | null;
  cancel_requested_by: string | null;
  created_at: Date;
  started_at: Date | null;
  planned_at: Date | null;
  applying_at: Date | null;
  finished_at: Date | null;
}

/** Without `plan_detail`, which may have megabytes and is read alone. */
export const runColumns = [
  'id',
  'resource_id',
  'operation',
  'status',
  'attempt',
  'requested_by',
  'owner',
  'resource_status_before',
  'bundle_digest',
  'variables',
  'search_orphans',
  'confirm',
  'target',
  'version_from',
  'retry_of',
  'decide_by',
  'decided_at',
  'decided_by',
  'decision_note',
  'waits_for_apply',
  'plan_digest',
  'summary',
  'denied_reason',
  'apply_started',
  'steps',
  'progress',
  'failure',
  'orphans',
  'saved_state',
  'max_rss_bytes',
  'state_version_id',
  'state_task',
  'event_seq',
  'cancel_requested_at',
  'cancel_requested_by',
  'created_at',
  'started_at',
  'planned_at',
  'applying_at',
  'finished_at',
] as const satisfies ReadonlyArray<keyof RunRow>;

export function fromRunRow(row: RunRow): RunRecord {
  return {
    id: row.id,
    resourceId: row.resource_id,
    operation: row.operation,
    status: row.status,
    attempt: row.attempt,
    requestedBy: row.requested_by,
    owner: row.owner,
    resourceStatusBefore: row.resource_status_before ?? undefined,
    bundleDigest: row.bundle_digest,
    variables: row.variables,
    searchOrphans: row.search_orphans,
    confirm: row.confirm,
    target: row.target ?? undefined,
    versionFrom: row.version_from ?? undefined,
    retryOf: row.retry_of ?? undefined,
    decideBy: row.decide_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    decisionNote: row.decision_note ?? undefined,
    waitsForApply: row.waits_for_apply,
    planDigest: row.plan_digest ?? undefined,
    summary: row.summary ?? undefined,
    deniedReason: row.denied_reason ?? undefined,
    applyStarted: row.apply_started,
    steps: row.steps,
    progress: row.progress ?? undefined,
    failure: row.failure ?? undefined,
    orphans: row.orphans ?? undefined,
    savedState: row.saved_state ?? undefined,
    maxRssBytes:
      row.max_rss_bytes === null ? undefined : Number(row.max_rss_bytes),
    stateVersionId: row.state_version_id ?? undefined,
    stateTask: row.state_task ?? undefined,
    eventSeq: row.event_seq,
    cancelRequestedAt: row.cancel_requested_at ?? undefined,
    cancelRequestedBy: row.cancel_requested_by ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    plannedAt: row.planned_at ?? undefined,
    applyingAt: row.applying_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
  };
}

const patchColumns: Record<keyof RunPatch, string> = {
  status: 'status',
  attempt: 'attempt',
  requestedBy: 'requested_by',
  owner: 'owner',
  resourceStatusBefore: 'resource_status_before',
  bundleDigest: 'bundle_digest',
  variables: 'variables',
  searchOrphans: 'search_orphans',
  confirm: 'confirm',
  target: 'target',
  versionFrom: 'version_from',
  retryOf: 'retry_of',
  decideBy: 'decide_by',
  decidedAt: 'decided_at',
  decidedBy: 'decided_by',
  decisionNote: 'decision_note',
  waitsForApply: 'waits_for_apply',
  planDigest: 'plan_digest',
  summary: 'summary',
  planDetail: 'plan_detail',
  deniedReason: 'denied_reason',
  applyStarted: 'apply_started',
  steps: 'steps',
  progress: 'progress',
  failure: 'failure',
  orphans: 'orphans',
  savedState: 'saved_state',
  maxRssBytes: 'max_rss_bytes',
  stateVersionId: 'state_version_id',
  stateTask: 'state_task',
  eventSeq: 'event_seq',
  cancelRequestedAt: 'cancel_requested_at',
  cancelRequestedBy: 'cancel_requested_by',
  startedAt: 'started_at',
  plannedAt: 'planned_at',
  applyingAt: 'applying_at',
  finishedAt: 'finished_at',
};

/** Only what the patch has; what is undefined stays as it is. */
export function toRunPatchRow(patch: RunPatch): Columns {
  const row: Columns = {};
  for (const [field, column] of Object.entries(patchColumns)) {
    const value = patch[field as keyof RunPatch];
    if (value !== undefined) {
      row[column] = value;
    }
  }
  return row;
}

export function toRunRow(run: RunRecord): Columns {
  return {
    ...toRunPatchRow(run),
    id: run.id,
    resource_id: run.resourceId,
    operation: run.operation,
    created_at: run.createdAt,
  };
}
