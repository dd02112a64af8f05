import type { PlanSummary } from '../api/planSchemas';
import type { RunFailure } from '../api/runSchemas';

/** What can happen to a run. Names are those of the act, not of the status that follows. */
export type RunTransition =
  | { readonly type: 'claim'; readonly attempt: number }
  | {
      readonly type: 'finish_plan';
      readonly planDigest: string;
      readonly summary: PlanSummary;
    }
  | { readonly type: 'complete_plan_only' }
  | { readonly type: 'request_approval' }
  | { readonly type: 'approve'; readonly planDigest: string }
  | { readonly type: 'deny'; readonly reason: string }
  | { readonly type: 'discard' }
  | { readonly type: 'start_apply' }
  | { readonly type: 'finish_apply' }
  | { readonly type: 'fail'; readonly failure: RunFailure }
  | { readonly type: 'cancel' }
  | { readonly type: 'lose' }
  | { readonly type: 'recover'; readonly attempt: number }
  | { readonly type: 'need_attention'; readonly failure: RunFailure };
