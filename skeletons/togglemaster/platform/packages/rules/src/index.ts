export { compileCondition } from './compile/compileCondition.ts';
export { compileRule } from './compile/compileRule.ts';
export { compileSegment } from './compile/compileSegment.ts';
export {
  Snapshot,
  type CompiledFlag,
  type FlagChanges,
  type RuleChanges,
  type SegmentChanges,
} from './compile/Snapshot.ts';
export { constantsOf, type Constants } from './evaluate/constantsOf.ts';
export { evaluate, type Prerequisites } from './evaluate/evaluate.ts';
export type {
  Answer,
  ErrorCode,
  Evaluation,
  Failure,
  Reason,
} from './evaluate/Evaluation.ts';
export { murmur3 } from './evaluate/murmur3.ts';
export { pickByWeight } from './evaluate/pickByWeight.ts';
export {
  fromFlagd,
  MAX_IMPORTED,
  type ImportedFlag,
} from './flagd/fromFlagd.ts';
export { toFlagd, type FlagdExport } from './flagd/toFlagd.ts';
export { condition, type Condition } from './model/condition.ts';
export type { Context } from './model/context.ts';
export {
  flagState,
  flagType,
  prerequisite,
  variants,
  variantValue,
  type FlagState,
  type FlagType,
  type Prerequisite,
  type VariantValue,
} from './model/flag.ts';
export { longestChain, MAX_PREREQUISITE_DEPTH } from './model/longestChain.ts';
export {
  attributeName,
  flagKey,
  plainText,
  slug,
  variantName,
} from './model/names.ts';
export { prerequisiteCircle } from './model/prerequisiteCircle.ts';
export {
  MAX_CONDITIONS,
  MAX_RULES,
  rollout,
  rule,
  serve,
  servedBy,
  weights,
  type Rollout,
  type Rule,
  type Serve,
  type Weight,
} from './model/rule.ts';
export { segment, type Segment } from './model/segment.ts';
export { variantFaults } from './model/variantFaults.ts';
