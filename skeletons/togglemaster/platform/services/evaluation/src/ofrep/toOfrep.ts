import type { Answer, Constants, Evaluation } from '@togglemaster/rules';
import { hash } from 'node:crypto';

const WRITTEN = new WeakMap<Answer, string>();

/** {@link toOfrep} as JSON. */
export function ofrepJson(evaluation: Evaluation, stale: boolean): string {
  if (stale || !evaluation.ok) {
    return JSON.stringify(toOfrep(evaluation, stale));
  }
  let json = WRITTEN.get(evaluation);
  if (json === undefined) {
    json = JSON.stringify(toOfrep(evaluation, stale));
    WRITTEN.set(evaluation, json);
  }
  return json;
}

/** Members of a JSON array. */
export type Members = {
  /** Comma-separated. */
  json: string;
  /** Stands for the content in an entity tag. */
  digest: string;
};

const CONSTANTS = new WeakMap<Constants, Members>();

/** What an environment's constants are in a bulk answer: written once. */
export function ofrepConstants(constants: Constants, stale: boolean): Members {
  if (stale) return membersOf(constants, stale);
  let members = CONSTANTS.get(constants);
  if (!members) {
    members = membersOf(constants, stale);
    CONSTANTS.set(constants, members);
  }
  return members;
}

function membersOf({ answers }: Constants, stale: boolean): Members {
  const json = answers.map(one => ofrepJson(one, stale)).join();
  return { json, digest: hash('sha1', json, 'base64url') };
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
