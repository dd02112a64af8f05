import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Flag } from '../flags/Flag.ts';
import { findStale } from './findStale.ts';

const SINCE = new Date('2026-05-01T00:00:00Z');

const aFlag = (change: Partial<Flag> = {}): Flag => ({
  id: 'f1',
  project: 'demo',
  key: 'checkout',
  type: 'boolean',
  description: '',
  variants: { on: true, off: false },
  tags: [],
  permanent: false,
  revision: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  environments: {},
  ...change,
});

describe('a stale flag', () => {
  it('is one that nobody asked for', () => {
    assert.deepEqual(findStale([aFlag()], [], SINCE), [
      { id: 'f1', key: 'checkout', evaluations: 0, reason: 'not-evaluated' },
    ]);
  });

  it('is one that gave everyone the same', () => {
    const usage = [{ flag: 'checkout', variants: { on: 7 } }];

    assert.deepEqual(findStale([aFlag()], usage, SINCE), [
      {
        id: 'f1',
        key: 'checkout',
        evaluations: 7,
        reason: 'always-the-same',
        variant: 'on',
      },
    ]);
  });

  const usage = [{ flag: 'checkout', variants: { on: 7, off: 1 } }];
  const alive: [string, Flag, typeof usage][] = [
    ['that still divides users', aFlag(), usage],
    ['that is permanent', aFlag({ permanent: true }), []],
    ['that is young', aFlag({ createdAt: '2026-05-02T00:00:00.000Z' }), []],
  ];
  for (const [name, flag, used] of alive) {
    it(`is none ${name}`, () => {
      assert.deepEqual(findStale([flag], used, SINCE), []);
    });
  }
});
