import { CustomErrorBase } from '@backstage/errors';
import type { SyncPlan } from './Change';

export type RemovalLimits = {
  /** Of the managed people with a login, as a share from 0 to 1. */
  maxRemovalShare: number;
  /** Fewer than this many never stop a sync, unless they are everybody. */
  minRemovals: number;
};

export const DEFAULT_REMOVAL_LIMITS: RemovalLimits = {
  maxRemovalShare: 0.2,
  minRemovals: 2,
};

/** A sync would take the login from more people than the limit lets it. */
export class TooManyRemovalsError extends CustomErrorBase {
  name = 'TooManyRemovalsError' as const;
  constructor(plan: SyncPlan, { maxRemovalShare }: RemovalLimits) {
    const gone = plan.changes.filter(({ kind }) => kind === 'disable-user');
    const names = gone.flatMap(change =>
      change.kind === 'disable-user' ? [change.email] : [],
    );
    const shown = names.slice(0, 10).join(', ');
    const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
    super(
      `${plan.disables} of ${plan.enabledManaged} people would lose their login (${shown}${more}), ` +
        `and ${Math.round(
          maxRemovalShare * 100,
        )} % is the most that a sync takes away by itself. Nothing was changed. ` +
        'If the users files are right, run: npm run users -- sync --allow-removals',
    );
  }
}

/**
 * @throws TooManyRemovalsError when a plan takes the login from more people than
 * the limits allow, or from everybody
 */
export function checkRemovals(plan: SyncPlan, limits: RemovalLimits) {
  const { disables, enabledManaged } = plan;
  if (disables === 0) return;
  const everybody = disables === enabledManaged;
  const many =
    disables >= limits.minRemovals &&
    disables > enabledManaged * limits.maxRemovalShare;
  if (everybody || many) throw new TooManyRemovalsError(plan, limits);
}
