import type { Evaluation } from '@togglemaster/rules';
import { AnswersJson } from '../evaluate/AnswersJson.ts';

const FRESH = new AnswersJson(evaluation => toOfrep(evaluation, false));
const STALE = new AnswersJson(evaluation => toOfrep(evaluation, true));

/** {@link toOfrep} as JSON. */
export const ofrepJson = (stale: boolean) => (stale ? STALE : FRESH);

/** An evaluation as OFREP 0.3.0 has it; metadata is flat. */
function toOfrep(evaluation: Evaluation, stale: boolean) {
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
