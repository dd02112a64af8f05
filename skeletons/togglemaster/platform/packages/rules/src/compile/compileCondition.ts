import { NOW_ATTRIBUTE, type Condition } from '../model/condition.ts';
import type { Context } from '../model/context.ts';
import type { CompiledSegment } from './compileSegment.ts';
import { compileTest } from './compileTest.ts';
import { readAttribute } from './readAttribute.ts';

/** What a condition may ask besides the context. */
export type Surroundings = {
  segments: ReadonlyMap<string, CompiledSegment>;
  nowMs: number;
};

export type CompiledCondition = (
  context: Context,
  surroundings: Surroundings,
) => boolean;

/** A segment that does not exist has nobody in it. */
export function compileCondition(condition: Condition): CompiledCondition {
  if ('segment' in condition) {
    const { segment, op } = condition;
    const wanted = op === 'segment';
    return (context, surroundings) => {
      const holds = surroundings.segments.get(segment)?.(context, surroundings);
      return (holds ?? false) === wanted;
    };
  }
  const test = compileTest(condition);
  if (condition.attribute === NOW_ATTRIBUTE) {
    return (_context, { nowMs }) => test(nowMs);
  }
  const read = readAttribute(condition.attribute);
  return context => test(read(context));
}
