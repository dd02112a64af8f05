import { problems } from '@togglemaster/kit';
import type { ChangeStatus } from './Change.ts';

export type ChangeEvent = 'approve' | 'reject' | 'cancel' | 'apply' | 'fail';

const TABLE: Record<
  ChangeStatus,
  Partial<Record<ChangeEvent, ChangeStatus>>
> = {
  pending: {
    approve: 'scheduled',
    reject: 'rejected',
    cancel: 'canceled',
  },
  scheduled: { apply: 'applied', fail: 'failed', cancel: 'canceled' },
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
