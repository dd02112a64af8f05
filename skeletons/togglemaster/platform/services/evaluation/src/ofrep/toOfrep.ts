import { isPlain, type Evaluation } from '@togglemaster/rules';

/** Of answers that no rule gave: those are the same object each time. */
const WRITTEN = new WeakMap<Evaluation, string>();

/** {@link toOfrep} as JSON. */
export function ofrepJson(evaluation: Evaluation, stale: boolean): string {
  if (stale || !isPlain(evaluation)) {
    return JSON.stringify(toOfrep(evaluation, stale));
  }
  let json = WRITTEN.get(evaluation);
  if (json === undefined) {
    json = JSON.stringify(toOfrep(evaluation, stale));
    WRITTEN.set(evaluation, json);
  }
  return json;
}

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
