import type { PlanSummary } from '../api/planSchemas';
import type { RunFailure } from '../api/runSchemas';
import type { Run, RunOperation } from '../runs/Run';
import type { RunTransition } from '../runs/RunTransition';

export const aSummary: PlanSummary = {
  create: 1,
  update: 0,
  replace: 0,
  delete: 0,
  import: 0,
  changes: [
    {
      address: 'aws_s3_bucket.this',
      type: 'aws_s3_bucket',
      name: 'this',
      action: 'create',
    },
  ],
};

export const aDigest = 'a'.repeat(64);

export const aFailure: RunFailure = {
  code: 'plan_failed',
  message: 'The plan failed',
};

/** A run in the given status with all that this status carries. */
export function aRun(
  status: Run['status'],
  operation: RunOperation = 'apply',
): Run {
  const base = { id: 'run-1', operation };
  const claimed = { ...base, attempt: 1 };
  const planned = { ...claimed, planDigest: aDigest, summary: aSummary };
  switch (status) {
    case 'pending':
      return { ...base, status };
    case 'planning':
      return { ...claimed, status };
    case 'policy_denied':
      return { ...planned, status, reason: 'public buckets are not allowed' };
    case 'canceled':
      return { ...claimed, status };
    case 'failed':
    case 'needs_attention':
      return { ...planned, status, failure: aFailure };
    case 'interrupted':
    case 'recovering':
      return { ...planned, status, applyStarted: true };
    default:
      return { ...planned, status };
  }
}

/** One transition of every type, as good as it can be for a run of {@link aRun}. */
export const allTransitions: RunTransition[] = [
  { type: 'claim', attempt: 2 },
  { type: 'finish_plan', planDigest: aDigest, summary: aSummary },
  { type: 'complete_plan_only' },
  { type: 'request_approval' },
  { type: 'approve', planDigest: aDigest },
  { type: 'deny', reason: 'public buckets are not allowed' },
  { type: 'discard' },
  { type: 'start_apply' },
  { type: 'finish_apply' },
  { type: 'fail', failure: aFailure },
  { type: 'cancel' },
  { type: 'lose' },
  { type: 'recover', attempt: 2 },
  { type: 'need_attention', failure: aFailure },
];
