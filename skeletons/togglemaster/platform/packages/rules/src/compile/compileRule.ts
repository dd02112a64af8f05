import type { Context } from '../model/context.ts';
import type { Rule } from '../model/rule.ts';
import { compileCondition, type Surroundings } from './compileCondition.ts';
import { compileRollout, type CompiledRollout } from './compileRollout.ts';

export type CompiledRule = {
  id: string;
  name: string;
  holds(context: Context, surroundings: Surroundings): boolean;
  serve: { variant: string } | { rollout: CompiledRollout };
};

/** @throws Error for a rule that the model's schema refuses */
export function compileRule(rule: Rule): CompiledRule {
  const conditions = rule.conditions.map(compileCondition);
  return {
    id: rule.id,
    name: rule.name,
    holds: (context, surroundings) =>
      conditions.every(holds => holds(context, surroundings)),
    serve:
      'variant' in rule.serve
        ? rule.serve
        : { rollout: compileRollout(rule.serve.rollout) },
  };
}
