import {
  aDigest,
  aFailure,
  allTransitions,
  aRun,
  aSummary,
} from '../testing/runs';
import type { Run } from './Run';
import { isTerminal, runStatuses, type RunStatus } from './RunStatus';
import type { RunTransition } from './RunTransition';
import { IllegalTransitionError, transition } from './transition';

const legal: Record<
  RunStatus,
  Partial<Record<RunTransition['type'], RunStatus>>
> = {
  pending: { claim: 'planning', cancel: 'canceled', fail: 'failed' },
  planning: {
    finish_plan: 'planned',
    cancel: 'canceled',
    fail: 'failed',
    lose: 'interrupted',
    need_attention: 'needs_attention',
  },
  planned: {
    claim: 'planned',
    request_approval: 'awaiting_approval',
    deny: 'policy_denied',
    discard: 'discarded',
    start_apply: 'applying',
    cancel: 'canceled',
    fail: 'failed',
    lose: 'interrupted',
    need_attention: 'needs_attention',
  },
  awaiting_approval: {
    approve: 'planned',
    discard: 'discarded',
    cancel: 'canceled',
    fail: 'failed',
  },
  applying: {
    finish_apply: 'applied',
    cancel: 'canceled',
    fail: 'failed',
    lose: 'interrupted',
    need_attention: 'needs_attention',
  },
  // `aRun` gives these an apply that had started: cancel and fail are not for them.
  interrupted: { recover: 'recovering', need_attention: 'needs_attention' },
  recovering: {
    finish_apply: 'applied',
    fail: 'failed',
    lose: 'interrupted',
    need_attention: 'needs_attention',
  },
  applied: {},
  planned_and_finished: {},
  policy_denied: {},
  discarded: {},
  canceled: {},
  failed: {},
  needs_attention: {},
};

const pairs = runStatuses.flatMap(status =>
  allTransitions.map(
    event => [status, event.type, legal[status][event.type], event] as const,
  ),
);

describe('transition', () => {
  it.each(pairs.filter(([, , next]) => next))(
    'takes a run that is %s by %s to %s',
    (status, _, next, event) => {
      const after = transition(aRun(status), event);

      expect(after.status).toBe(next);
      expect(after.id).toBe('run-1');
    },
  );

  it.each(pairs.filter(([, , next]) => !next))(
    'refuses for a run that is %s: %s',
    (status, _, __, event) => {
      const before = aRun(status);

      expect(() => transition(before, event)).toThrow(IllegalTransitionError);
      expect(before).toEqual(aRun(status));
    },
  );

  it('names the run, its status and the transition that it refuses', () => {
    expect(() => transition(aRun('applied'), { type: 'cancel' })).toThrow(
      "Run run-1 is applied: 'cancel' is not possible",
    );
  });

  it('lets nothing happen to a run that is over', () => {
    for (const status of runStatuses.filter(isTerminal)) {
      expect(legal[status]).toEqual({});
    }
  });

  it('ends a run that only plans with its plan, and never applies it', () => {
    const run = aRun('planned', 'plan');

    expect(transition(run, { type: 'complete_plan_only' }).status).toBe(
      'planned_and_finished',
    );
    expect(() => transition(run, { type: 'start_apply' })).toThrow(
      'it only plans',
    );
  });

  it('refuses an approval of another plan than the one that waits', () => {
    expect(() =>
      transition(aRun('awaiting_approval'), {
        type: 'approve',
        planDigest: 'b'.repeat(64),
      }),
    ).toThrow('the plan has changed since');
  });

  it('remembers whether Terraform may have changed AWS when the runner vanished', () => {
    const lostInPlan = transition(aRun('planning'), { type: 'lose' });
    const lostInApply = transition(aRun('applying'), { type: 'lose' });

    expect(lostInPlan).toMatchObject({ applyStarted: false });
    expect(lostInApply).toMatchObject({ applyStarted: true });
  });

  it('fails or cancels an interrupted run only when nothing was applied', () => {
    const lostInPlan = transition(aRun('planning'), { type: 'lose' });
    const lostInApply = transition(aRun('applying'), { type: 'lose' });
    const fail = { type: 'fail', failure: aFailure } as const;

    expect(transition(lostInPlan, fail).status).toBe('failed');
    expect(transition(lostInPlan, { type: 'cancel' }).status).toBe('canceled');
    expect(() => transition(lostInApply, fail)).toThrow(
      'it may have changed AWS',
    );
    expect(() => transition(lostInApply, { type: 'cancel' })).toThrow(
      'it may have changed AWS',
    );
  });

  it('gives an approved plan to another runner, which fences the one that planned', () => {
    const planned = transition(aRun('awaiting_approval'), {
      type: 'approve',
      planDigest: aDigest,
    });

    expect(transition(planned, { type: 'claim', attempt: 2 })).toEqual({
      ...planned,
      attempt: 2,
    });
    expect(() => transition(planned, { type: 'claim', attempt: 1 })).toThrow(
      'not fenced',
    );
  });

  it('recovers only by an attempt that fences the lost one', () => {
    expect(() =>
      transition(aRun('interrupted'), { type: 'recover', attempt: 1 }),
    ).toThrow('not fenced');
  });

  it('never takes a recovered run without a plan for applied', () => {
    const run: Run = {
      id: 'run-1',
      operation: 'apply',
      status: 'recovering',
      attempt: 2,
      applyStarted: true,
    };

    expect(() => transition(run, { type: 'finish_apply' })).toThrow(
      'it has no plan',
    );
  });

  it('keeps the plan of a run through its apply', () => {
    const events: RunTransition[] = [
      { type: 'claim', attempt: 1 },
      { type: 'finish_plan', planDigest: aDigest, summary: aSummary },
      { type: 'start_apply' },
      { type: 'finish_apply' },
    ];

    const after = events.reduce(transition, aRun('pending'));

    expect(after).toEqual({
      id: 'run-1',
      operation: 'apply',
      status: 'applied',
      attempt: 1,
      planDigest: aDigest,
      summary: aSummary,
    });
  });
});

describe('a run that leaves AWS as it is', () => {
  it('unlocks without a plan', () => {
    const applying = transition(aRun('planning', 'unlock'), {
      type: 'start_apply',
    });

    expect(transition(applying, { type: 'finish_apply' })).toMatchObject({
      status: 'applied',
    });
    expect(() =>
      transition(aRun('planning', 'unlock'), {
        type: 'finish_plan',
        planDigest: aDigest,
        summary: aSummary,
      }),
    ).toThrow('there is nothing to plan');
  });

  it.each(['unlock', 'restore'] as const)(
    'may fail or be canceled when its runner was lost in mid-%s',
    operation => {
      const lost = transition(aRun('applying', operation), { type: 'lose' });

      expect(lost).toMatchObject({
        status: 'interrupted',
        applyStarted: false,
      });
      expect(
        transition(lost, { type: 'fail', failure: aFailure }),
      ).toMatchObject({ status: 'failed' });
    },
  );
});
