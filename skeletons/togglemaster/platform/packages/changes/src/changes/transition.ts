import { problems } from '@togglemaster/kit';
import type { ChangeStatus } from './Change.ts';

export type ChangeEvent =
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'apply'
  | 'fail'
  /** It needs an approval now that it did not need when it was asked for. */
  | 'hold';

const TABLE: Record<
  ChangeStatus,
  Partial<Record<ChangeEvent, ChangeStatus>>
> = {
  pending: {
    approve: 'scheduled',
    reject: 'rejected',
    cancel: 'canceled',
  },
  scheduled: {
    apply: 'applied',
    fail: 'failed',
    cancel: 'canceled',
    hold: 'pending',
  },
  applied: {},
  rejected: {},
  canceled: {},
  failed: {},
};

/** @throws Problem 409 for what can't follow */
export function transition(
  status: ChangeStatus,
  event: ChangeEvent,
): ChangeStatus {
  const next = TABLE[status][event];
  if (!next) {
    throw problems.conflict(`A change that is ${status} can't ${event}`);
  }
  return next;
}
