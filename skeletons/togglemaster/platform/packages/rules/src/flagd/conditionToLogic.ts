import { NOW_ATTRIBUTE, type Condition } from '../model/condition.ts';
import { CLOCK, SEGMENT_PREFIX, type Logic } from './Logic.ts';

/** An operator that flagd does not have. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
}

const NUMBER = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const VERSION = {
  semverEq: '=',
  semverLt: '<',
  semverLte: '<=',
  semverGt: '>',
  semverGte: '>=',
} as const;
const TEXT = { startsWith: 'starts_with', endsWith: 'ends_with' } as const;

/** @throws UnsupportedError for what flagd's JsonLogic can't say */
export function conditionToLogic(condition: Condition): Logic {
  if ('segment' in condition) {
    const reference = { $ref: `${SEGMENT_PREFIX}${condition.segment}` };
    return condition.op === 'segment' ? reference : { '!': [reference] };
  }
  const value: Logic = { var: condition.attribute };
  switch (condition.op) {
    case 'equals':
      return { '===': [value, condition.value] };
    case 'notEquals':
      return { '!==': [value, condition.value] };
    case 'in':
      return { in: [value, condition.values] };
    case 'notIn':
      return { '!': [{ in: [value, condition.values] }] };
    case 'contains':
      return anyOf(condition.values.map(part => ({ in: [part, value] })));
    case 'startsWith':
    case 'endsWith': {
      const operator = TEXT[condition.op];
      return anyOf(
        condition.values.map(part => ({ [operator]: [value, part] })),
      );
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      // JsonLogic reads an absent number as 0.
      return {
        and: [
          { '!==': [value, null] },
          { [NUMBER[condition.op]]: [value, condition.value] },
        ],
      };
    case 'semverEq':
    case 'semverLt':
    case 'semverLte':
    case 'semverGt':
    case 'semverGte':
      return { sem_ver: [value, VERSION[condition.op], condition.value] };
    case 'exists':
      return { '!==': [value, null] };
    case 'notExists':
      return { '===': [value, null] };
    case 'before':
    case 'after':
      if (condition.attribute === NOW_ATTRIBUTE) {
        const seconds = Math.floor(Date.parse(condition.value) / 1000);
        const operator = condition.op === 'before' ? '<' : '>=';
        return { [operator]: [{ var: CLOCK }, seconds] };
      }
  }
  throw new UnsupportedError(`flagd has no operator for ${condition.op}`);
}

const anyOf = (tests: Logic[]): Logic =>
  tests.length === 1 ? tests[0]! : { or: tests };
