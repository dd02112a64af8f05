import type { FlagState } from '../model/flag.ts';
import type { Rule } from '../model/rule.ts';
import type { Segment } from '../model/segment.ts';
import { compileRule, type CompiledRule } from './compileRule.ts';
import { compileSegment, type CompiledSegment } from './compileSegment.ts';

export type CompiledFlag = FlagState & { rules: readonly CompiledRule[] };

export type FlagChanges = Map<string, FlagState | undefined>;
export type RuleChanges = Map<string, readonly Rule[] | undefined>;
export type SegmentChanges = Map<string, Segment | undefined>;

/**
 * One environment, compiled and never changed: a change makes another one that
 * shares what stayed the same.
 */
export class Snapshot {
  static readonly empty = new Snapshot(new Map(), new Map(), new Map());

  readonly flags: ReadonlyMap<string, CompiledFlag>;
  readonly rules: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly segments: ReadonlyMap<string, CompiledSegment>;

  private constructor(
    flags: ReadonlyMap<string, CompiledFlag>,
    rules: ReadonlyMap<string, readonly CompiledRule[]>,
    segments: ReadonlyMap<string, CompiledSegment>,
  ) {
    this.flags = flags;
    this.rules = rules;
    this.segments = segments;
  }

  /** `undefined` removes; `whole` forgets what is not named. */
  withFlags(changes: FlagChanges, whole = false): Snapshot {
    const flags = new Map(whole ? [] : this.flags);
    for (const [key, state] of changes) {
      if (state) {
        flags.set(key, { ...state, rules: this.rules.get(key) ?? [] });
      } else flags.delete(key);
    }
    return new Snapshot(flags, this.rules, this.segments);
  }

  /** All rules of a flag at once, in any order. */
  withRules(changes: RuleChanges, whole = false): Snapshot {
    const rules = new Map(whole ? [] : this.rules);
    const touched = new Set(whole ? this.rules.keys() : []);
    for (const [flag, list] of changes) {
      touched.add(flag);
      if (list && list.length > 0) rules.set(flag, compileRules(list));
      else rules.delete(flag);
    }
    const flags = new Map(this.flags);
    for (const key of touched) {
      const flag = flags.get(key);
      if (flag) flags.set(key, { ...flag, rules: rules.get(key) ?? [] });
    }
    return new Snapshot(flags, rules, this.segments);
  }

  withSegments(changes: SegmentChanges, whole = false): Snapshot {
    const segments = new Map(whole ? [] : this.segments);
    for (const [key, segment] of changes) {
      if (segment) segments.set(key, compileSegment(segment));
      else segments.delete(key);
    }
    return new Snapshot(this.flags, this.rules, segments);
  }
}

function compileRules(rules: readonly Rule[]): readonly CompiledRule[] {
  return rules
    .filter(rule => rule.enabled)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(compileRule);
}
