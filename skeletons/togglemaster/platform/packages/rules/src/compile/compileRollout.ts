import type { Context } from '../model/context.ts';
import type { Rollout } from '../model/rule.ts';
import { pickByWeight } from '../evaluate/pickByWeight.ts';
import { readAttribute } from './readAttribute.ts';

export type CompiledRollout = {
  bucketBy: string;
  /** @returns nothing when the context lacks what to bucket by */
  pick(context: Context): string | undefined;
};

export function compileRollout(rollout: Rollout): CompiledRollout {
  const read = readAttribute(rollout.bucketBy);
  const total = rollout.weights.reduce((sum, { weight }) => sum + weight, 0);
  return {
    bucketBy: rollout.bucketBy,
    pick: context => {
      const value = read(context);
      if (typeof value !== 'string' && typeof value !== 'number') {
        return undefined;
      }
      return pickByWeight(`${rollout.seed}${value}`, rollout.weights, total);
    },
  };
}
