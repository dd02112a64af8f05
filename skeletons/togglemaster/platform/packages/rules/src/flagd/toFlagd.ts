import type { FlagState, VariantValue } from '../model/flag.ts';
import type { Rule, Serve } from '../model/rule.ts';
import type { Segment } from '../model/segment.ts';
import { conditionToLogic, UnsupportedError } from './conditionToLogic.ts';
import { SEGMENT_PREFIX, type Logic } from './Logic.ts';

export type FlagdFlag = {
  state: 'ENABLED' | 'DISABLED';
  variants: Record<string, VariantValue>;
  defaultVariant: string;
  targeting?: Logic;
};

export type FlagdDocument = {
  $schema: string;
  flags: Record<string, FlagdFlag>;
  $evaluators?: Record<string, Logic>;
};

export type FlagdExport = {
  document: FlagdDocument;
  /** What flagd can't express, so that these flags are left out. */
  unsupported: { flag: string; reason: string }[];
};

/** An environment as a flagd document. A flag is exported whole or not at all. */
export function toFlagd(environment: {
  flags: FlagState[];
  rules: Rule[];
  segments: Segment[];
}): FlagdExport {
  const unsupported: FlagdExport['unsupported'] = [];
  const flags: Record<string, FlagdFlag> = {};
  const evaluators = exportSegments(environment.segments);
  const rulesOf = Map.groupBy(environment.rules, rule => rule.flag);
  for (const flag of environment.flags) {
    try {
      flags[flag.key] = exportFlag(
        flag,
        rulesOf.get(flag.key) ?? [],
        evaluators,
      );
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
      unsupported.push({ flag: flag.key, reason: error.message });
    }
  }
  return {
    document: {
      $schema: 'https://flagd.dev/schema/v0/flags.json',
      flags,
      ...(evaluators.size > 0
        ? { $evaluators: Object.fromEntries(evaluators) }
        : {}),
    },
    unsupported,
  };
}

function exportFlag(
  flag: FlagState,
  rules: Rule[],
  evaluators: Map<string, Logic>,
): FlagdFlag {
  if (flag.prerequisites.length > 0) {
    throw new UnsupportedError('flagd has no prerequisites');
  }
  const branches = rules
    .filter(rule => rule.enabled)
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .flatMap(rule => [when(rule, evaluators), serveToLogic(rule.serve)]);
  return {
    state: flag.enabled ? 'ENABLED' : 'DISABLED',
    variants: flag.variants,
    defaultVariant: flag.defaultVariant,
    ...(branches.length > 0 ? { targeting: { if: branches } } : {}),
  };
}

function when(rule: Rule, evaluators: Map<string, Logic>): Logic {
  for (const condition of rule.conditions) {
    if (
      'segment' in condition &&
      !evaluators.has(`${SEGMENT_PREFIX}${condition.segment}`)
    ) {
      throw new UnsupportedError(
        `the segment ${condition.segment} is not there, or flagd can't express it`,
      );
    }
  }
  const tests = rule.conditions.map(conditionToLogic);
  if (tests.length === 0) return true;
  return tests.length === 1 ? tests[0]! : { and: tests };
}

function serveToLogic(serve: Serve): Logic {
  if ('variant' in serve) return serve.variant;
  const { seed, bucketBy, weights } = serve.rollout;
  return {
    fractional: [
      { cat: [seed, { var: bucketBy }] },
      ...weights.map(({ variant, weight }) => [variant, weight]),
    ],
  };
}

/** Segments that flagd can't express are missing here. */
function exportSegments(segments: Segment[]): Map<string, Logic> {
  const key: Logic = { var: 'targetingKey' };
  const exported = new Map<string, Logic>();
  for (const segment of segments) {
    try {
      const conditions: Logic =
        segment.conditions.length > 0
          ? { and: segment.conditions.map(conditionToLogic) }
          : false;
      exported.set(`${SEGMENT_PREFIX}${segment.key}`, {
        and: [
          { '!': [{ in: [key, segment.excluded] }] },
          { or: [{ in: [key, segment.included] }, conditions] },
        ],
      });
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
    }
  }
  return exported;
}
