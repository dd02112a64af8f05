import type { FailureCode, StateExpectation } from '../protocol';
import type { StateObject } from './StateObject';
import { checkState } from './checkState';

const known: StateExpectation = { kind: 'known', lineage: 'ours', serial: 5 };
const absent: StateExpectation = { kind: 'absent' };

function aState(lineage: string, serial: number): StateObject {
  return { kind: 'state', file: { lineage, serial } };
}

function check(found: StateObject, expectation: StateExpectation) {
  const state = { bucket: 'b', key: 'k/terraform.tfstate', region: 'r' };
  return () => checkState(found, { ...state, expectation });
}

describe('checkState', () => {
  it.each<[string, StateObject, StateExpectation]>([
    ['none, where none is known', { kind: 'none' }, absent],
    ['the known one', aState('ours', 5), known],
    ['a newer one', aState('ours', 6), known],
  ])('accepts %s', (_, found, expectation) => {
    expect(check(found, expectation)).not.toThrow();
  });

  it.each<[string, StateObject, StateExpectation, FailureCode]>([
    ['none, where one is known', { kind: 'none' }, known, 'state_missing'],
    ['an empty object', { kind: 'empty' }, known, 'state_empty'],
    [
      'an empty object, where none is known',
      { kind: 'empty' },
      absent,
      'state_empty',
    ],
    ['an older one', aState('ours', 4), known, 'state_older'],
    ['one of another lineage', aState('theirs', 9), known, 'state_foreign'],
    ['any, where none is known', aState('theirs', 0), absent, 'state_foreign'],
    [
      'what is no state',
      { kind: 'unreadable', cause: new Error('x') },
      known,
      'state_unreadable',
    ],
  ])('refuses %s', (_, found, expectation, code) => {
    expect(check(found, expectation)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(
          /s3:\/\/b\/k\/terraform\.tfstate.*(Nothing was planned)/s,
        ),
      }),
    );
  });
});
