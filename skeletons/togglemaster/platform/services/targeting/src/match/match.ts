import {
  compileRule,
  compileSegment,
  type Context,
  type Rule,
  type Segment,
} from '@togglemaster/rules';

export type Matched = {
  /** Segments that the context is in. */
  segments: string[];
  /** Rules in the order of evaluation. Of each flag the first that holds decides. */
  rules: {
    id: string;
    flag: string;
    name: string;
    enabled: boolean;
    holds: boolean;
    decides: boolean;
  }[];
};

/** Which segments and rules hold for a context: the answer to "why". */
export function match(
  given: { rules: Rule[]; segments: Segment[] },
  context: Context,
  nowMs: number,
): Matched {
  const segments = new Map(given.segments.map(s => [s.key, compileSegment(s)]));
  const surroundings = { segments, nowMs };
  const decided = new Set<string>();
  return {
    segments: given.segments
      .filter(({ key }) => segments.get(key)?.(context, surroundings))
      .map(({ key }) => key),
    rules: given.rules.map(rule => {
      const holds = compileRule(rule).holds(context, surroundings);
      const decides = holds && rule.enabled && !decided.has(rule.flag);
      if (decides) decided.add(rule.flag);
      const { id, flag, name, enabled } = rule;
      return { id, flag, name, enabled, holds, decides };
    }),
  };
}
