import type { FlagState } from '../model/flag.ts';
import type { Rule } from '../model/rule.ts';
import { Snapshot } from '../compile/Snapshot.ts';
import type { Segment } from '../model/segment.ts';

export function aFlag(given: Partial<FlagState> = {}): FlagState {
  return {
    key: 'checkout',
    type: 'boolean',
    variants: { on: true, off: false },
    enabled: true,
    defaultVariant: 'off',
    offVariant: 'off',
    prerequisites: [],
    ...given,
  };
}

export function aRule(given: Partial<Rule> = {}): Rule {
  return {
    id: 'r1',
    name: 'a rule',
    flag: 'checkout',
    position: 0,
    enabled: true,
    conditions: [],
    serve: { variant: 'on' },
    ...given,
  };
}

export function aSegment(given: Partial<Segment> = {}): Segment {
  return {
    key: 'beta',
    name: 'Beta testers',
    included: [],
    excluded: [],
    conditions: [],
    ...given,
  };
}

export function aSnapshot(given: {
  flags?: FlagState[];
  rules?: Rule[];
  segments?: Segment[];
}): Snapshot {
  return Snapshot.empty
    .withFlags(new Map((given.flags ?? []).map(flag => [flag.key, flag])))
    .withRules(Map.groupBy(given.rules ?? [], rule => rule.flag))
    .withSegments(new Map((given.segments ?? []).map(s => [s.key, s])));
}
