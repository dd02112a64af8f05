import type { Run, RunIn } from './Run';
import { changesAws } from './changesAws';
import type { RunTransition } from './RunTransition';

/** A transition that the run's status doesn't allow. Nothing was changed. */
export class IllegalTransitionError extends Error {
  constructor(
    readonly runId: string,
    readonly status: Run['status'],
    readonly event: RunTransition['type'],
    reason?: string,
  ) {
    super(
      `Run ${runId} is ${status}: '${event}' is not possible${
        reason ? `, ${reason}` : ''
      }`,
    );
    this.name = 'IllegalTransitionError';
  }
}

type Handler<S extends Run['status'], E extends RunTransition['type']> = (
  run: RunIn<S>,
  event: Extract<RunTransition, { type: E }>,
  illegal: (reason: string) => IllegalTransitionError,
) => Run;

type Table = {
  readonly [S in Run['status']]: {
    readonly [E in RunTransition['type']]?: Handler<S, E>;
  };
};

const failed = (
  run: Run,
  event: Extract<RunTransition, { type: 'fail' }>,
): Run => ({ ...run, status: 'failed', failure: event.failure });

const canceled = (run: Run): Run => ({ ...run, status: 'canceled' });

const needsAttention = (
  run: RunIn<
    'planning' | 'planned' | 'applying' | 'interrupted' | 'recovering'
  >,
  event: Extract<RunTransition, { type: 'need_attention' }>,
): Run => ({ ...run, status: 'needs_attention', failure: event.failure });

const lost =
  (applyStarted: boolean) =>
  (run: RunIn<'planning' | 'planned' | 'applying'>): Run => ({
    ...run,
    status: 'interrupted',
    applyStarted: applyStarted && changesAws(run.operation),
  });

const table: Table = {
  pending: {
    claim: (run, event) => ({
      ...run,
      status: 'planning',
      attempt: event.attempt,
    }),
    cancel: canceled,
    fail: failed,
  },
  planning: {
    finish_plan: (run, event, illegal) => {
      if (run.operation === 'unlock') {
        throw illegal('there is nothing to plan');
      }
      return {
        ...run,
        status: 'planned',
        planDigest: event.planDigest,
        summary: event.summary,
      };
    },
    start_apply: (run, _, illegal) => {
      if (run.operation !== 'unlock') {
        throw illegal('it has no plan');
      }
      return { ...run, status: 'applying' };
    },
    cancel: canceled,
    fail: failed,
    lose: lost(false),
    need_attention: needsAttention,
  },
  planned: {
    // The runner that planned has gone, or a person took time: another one applies the stored plan.
    claim: (run, event, illegal) => {
      if (event.attempt <= run.attempt) {
        throw illegal(
          `attempt ${run.attempt} is not fenced by ${event.attempt}`,
        );
      }
      return { ...run, attempt: event.attempt };
    },
    complete_plan_only: (run, _, illegal) => {
      if (run.operation !== 'plan') {
        throw illegal(`it is to ${run.operation}`);
      }
      return { ...run, status: 'planned_and_finished' };
    },
    request_approval: run => ({ ...run, status: 'awaiting_approval' }),
    deny: (run, event) => ({
      ...run,
      status: 'policy_denied',
      reason: event.reason,
    }),
    discard: run => ({ ...run, status: 'discarded' }),
    start_apply: (run, _, illegal) => {
      if (run.operation === 'plan') {
        throw illegal('it only plans');
      }
      return { ...run, status: 'applying' };
    },
    cancel: canceled,
    fail: failed,
    lose: lost(false),
    need_attention: needsAttention,
  },
  awaiting_approval: {
    approve: (run, event, illegal) => {
      if (event.planDigest !== run.planDigest) {
        throw illegal('the plan has changed since');
      }
      return { ...run, status: 'planned' };
    },
    discard: run => ({ ...run, status: 'discarded' }),
    cancel: canceled,
    fail: failed,
  },
  applying: {
    finish_apply: run => ({ ...run, status: 'applied' }),
    cancel: canceled,
    fail: failed,
    lose: lost(true),
    need_attention: needsAttention,
  },
  interrupted: {
    recover: (run, event, illegal) => {
      if (event.attempt <= run.attempt) {
        throw illegal(
          `attempt ${run.attempt} is not fenced by ${event.attempt}`,
        );
      }
      return { ...run, status: 'recovering', attempt: event.attempt };
    },
    cancel: (run, _, illegal) => {
      if (run.applyStarted) {
        throw illegal('it may have changed AWS');
      }
      return canceled(run);
    },
    fail: (run, event, illegal) => {
      if (run.applyStarted) {
        throw illegal('it may have changed AWS');
      }
      return failed(run, event);
    },
    need_attention: needsAttention,
  },
  recovering: {
    finish_apply: (run, _, illegal) => {
      const { planDigest, summary } = run;
      if (!planDigest || !summary) {
        throw illegal('it has no plan');
      }
      return { ...run, planDigest, summary, status: 'applied' };
    },
    fail: failed,
    lose: run => ({ ...run, status: 'interrupted' }),
    need_attention: needsAttention,
  },
  applied: {},
  planned_and_finished: {},
  policy_denied: {},
  discarded: {},
  canceled: {},
  failed: {},
  needs_attention: {},
};

/**
 * The one place where a run's status changes: pure, and total over every pair of status and event.
 *
 * @returns the run after the event; the argument is left as it is.
 * @throws IllegalTransitionError when the status doesn't allow the event.
 */
export function transition(run: Run, event: RunTransition): Run {
  const handler = table[run.status][event.type] as
    | ((
        run: Run,
        event: RunTransition,
        illegal: (reason: string) => IllegalTransitionError,
      ) => Run)
    | undefined;
  const illegal = (reason?: string) =>
    new IllegalTransitionError(run.id, run.status, event.type, reason);
  if (!handler) {
    throw illegal();
  }
  return handler(run, event, illegal);
}
