import { Problem } from '@togglemaster/kit';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHANGE_STATUSES } from './Change.ts';
import { transition, type ChangeEvent } from './transition.ts';

const EVENTS: ChangeEvent[] = [
  'approve',
  'reject',
  'cancel',
  'apply',
  'fail',
  'hold',
];
const LEGAL: Record<string, string> = {
  'pending approve': 'scheduled',
  'pending reject': 'rejected',
  'pending cancel': 'canceled',
  'scheduled apply': 'applied',
  'scheduled fail': 'failed',
  'scheduled cancel': 'canceled',
  'scheduled hold': 'pending',
};

describe('the status of a change', () => {
  for (const status of CHANGE_STATUSES) {
    for (const event of EVENTS) {
      const next = LEGAL[`${status} ${event}`];
      it(`${status} + ${event} = ${next ?? 'refused'}`, () => {
        if (next) assert.equal(transition(status, event), next);
        else assert.throws(() => transition(status, event), Problem);
      });
    }
  }
});
