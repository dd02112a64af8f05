import type { Context } from '../model/context.ts';
import type { Segment } from '../model/segment.ts';
import { compileCondition, type Surroundings } from './compileCondition.ts';

export type CompiledSegment = (
  context: Context,
  surroundings: Surroundings,
) => boolean;

/** A segment without keys and conditions has nobody in it. */
export function compileSegment(segment: Segment): CompiledSegment {
  const included = new Set(segment.included);
  const excluded = new Set(segment.excluded);
  const conditions = segment.conditions.map(compileCondition);
  return (context, surroundings) => {
    const key = context.targetingKey;
    if (typeof key === 'string') {
      if (excluded.has(key)) return false;
      if (included.has(key)) return true;
    }
    return (
      conditions.length > 0 &&
      conditions.every(holds => holds(context, surroundings))
    );
  };
}
