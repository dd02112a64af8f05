import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rulesEntry } from '@togglemaster/snapshots';
import { toTargetingChanges } from './toChanges.ts';

const aRule = (flag: string, pattern: string) => ({
  id: 'r1',
  name: 'a rule',
  flag,
  position: 0,
  enabled: true,
  conditions: [{ attribute: 'a', op: 'matches', value: pattern }],
  serve: { variant: 'on' },
});

describe('reading entries', () => {
  it('leaves out an expression that was stored when it could be larger', async () => {
    const faults: string[] = [];
    const entries = new Map(
      [aRule('good', 'a+'), aRule('bad', '.{1000}'.repeat(36))].map(rule => [
        rulesEntry(rule.flag),
        JSON.stringify([rule]),
      ]),
    );

    const { rules } = await toTargetingChanges(entries, key =>
      faults.push(key),
    );

    assert.deepEqual([...rules.keys()], ['good']);
    assert.deepEqual(faults, [rulesEntry('bad')]);
  });
});
