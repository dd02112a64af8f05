import type { Evaluation } from '@togglemaster/rules';

/** An evaluation as OFREP 0.3.0 has it; metadata is flat. */
export function toOfrep(evaluation: Evaluation, stale: boolean) {
  if (!evaluation.ok) {
    const { key, errorCode, errorDetails } = evaluation;
    return { key, errorCode, errorDetails };
  }
  const { key, value, variant, reason, rule, prerequisite } = evaluation;
  if (!rule && prerequisite === undefined && !stale) {
    return { key, value, variant, reason };
  }
  return {
    key,
    value,
    variant,
    reason,
    metadata: {
      ...(rule ? { ruleId: rule.id, ruleName: rule.name } : {}),
      ...(prerequisite === undefined ? {} : { prerequisite }),
      ...(stale ? { stale: true } : {}),
    },
  };
}
