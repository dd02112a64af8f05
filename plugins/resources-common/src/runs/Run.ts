import type { PlanSummary } from '../api/planSchemas';
import type { RunFailure } from '../api/runSchemas';

/**
 * What a run does to its resource. `plan` changes nothing and ends in `planned_and_finished`. `adopt` takes what
 * stands in AWS under management, once somebody has confirmed its plan. `unlock` removes the state's lock and has no
 * plan; `restore` writes an older version of the state. Neither of these two changes AWS.
 */
export type RunOperation =
  | 'plan'
  | 'apply'
  | 'adopt'
  | 'destroy'
  | 'unlock'
  | 'restore';

interface RunBase {
  readonly id: string;
  readonly operation: RunOperation;
}

interface Claimed {
  /** 1 for the first runner; a higher attempt fences the lower ones. */
  readonly attempt: number;
}

interface Planned extends Claimed {
  /** SHA-256 of the saved plan, hex. */
  readonly planDigest: string;
  readonly summary: PlanSummary;
}

interface Failed {
  readonly failure: RunFailure;
}

/**
 * One operation on a resource. What a run carries depends on how far it came, so it is a union over
 * `status`. It changes through `transition(run, event)` alone.
 */
export type Run = RunBase &
  (
    | { readonly status: 'pending' }
    | ({ readonly status: 'planning' } & Claimed)
    | ({ readonly status: 'planned' } & Planned)
    | ({ readonly status: 'awaiting_approval' } & Planned)
    | ({ readonly status: 'applying' } & Claimed & Partial<Planned>)
    | ({ readonly status: 'applied' } & Claimed & Partial<Planned>)
    | ({ readonly status: 'planned_and_finished' } & Planned)
    | ({ readonly status: 'policy_denied' } & Planned & {
          readonly reason: string;
        })
    | ({ readonly status: 'discarded' } & Planned)
    | ({ readonly status: 'canceled' } & Partial<Planned>)
    | ({ readonly status: 'failed' } & Partial<Planned> & Failed)
    | ({ readonly status: 'interrupted' } & Claimed &
        Partial<Planned> & {
          /** True when Terraform may have changed AWS before the runner vanished. */
          readonly applyStarted: boolean;
        })
    | ({ readonly status: 'recovering' } & Claimed &
        Partial<Planned> & { readonly applyStarted: boolean })
    | ({ readonly status: 'needs_attention' } & Claimed &
        Partial<Planned> &
        Failed)
  );

export type RunIn<S extends Run['status']> = Extract<Run, { status: S }>;
