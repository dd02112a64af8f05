import {
  condition,
  NOW_ATTRIBUTE,
  type Condition,
} from '../model/condition.ts';
import { CLOCK, SEGMENT_PREFIX, type Logic } from './Logic.ts';

/** JsonLogic that our rules can't say, with the place where it stands. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const NUMBER = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;
const VERSION: Record<string, string> = {
  '=': 'semverEq',
  '<': 'semverLt',
  '<=': 'semverLte',
  '>': 'semverGt',
  '>=': 'semverGte',
};
const NEGATED: Record<string, string> = {
  equals: 'notEquals',
  in: 'notIn',
  exists: 'notExists',
  notExists: 'exists',
  segment: 'notSegment',
};

/**
 * A test of JsonLogic as conditions that all have to hold.
 *
 * @throws ImportError
 */
export function readConditions(logic: Logic, path: string): Condition[] {
  if (logic === true) return [];
  const [operator, args] = operation(logic, path);
  if (operator === 'and') {
    return args.flatMap((part, i) => readConditions(part, `${path}/and/${i}`));
  }
  const candidate = readOne(operator, args, path);
  const parsed = condition.safeParse(candidate);
  if (parsed.success) return [parsed.data];
  throw new ImportError(path, parsed.error.issues[0]?.message ?? 'not valid');
}

function readOne(operator: string, args: Logic[], path: string): object {
  const [first, second, third] = args;
  switch (operator) {
    case '==':
    case '===':
      return second === null
        ? { attribute: variable(first, path), op: 'notExists' }
        : { attribute: variable(first, path), op: 'equals', value: second };
    case '!=':
    case '!==':
      return second === null
        ? { attribute: variable(first, path), op: 'exists' }
        : { attribute: variable(first, path), op: 'notEquals', value: second };
    case 'in':
      return Array.isArray(second)
        ? { attribute: variable(first, path), op: 'in', values: second }
        : {
            attribute: variable(second, path),
            op: 'contains',
            values: [first],
          };
    case 'starts_with':
    case 'ends_with':
      return {
        attribute: variable(first, path),
        op: operator === 'starts_with' ? 'startsWith' : 'endsWith',
        values: [second],
      };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(operator, first, second, path);
    case 'sem_ver':
      return {
        attribute: variable(first, path),
        op: VERSION[String(second)],
        value: third,
      };
    case 'or':
      return alternatives(args, path);
    case '!':
      return negate(first ?? null, path);
    case '$ref':
      return { op: 'segment', segment: segmentOf(first, path) };
  }
  throw new ImportError(path, `the operator ${operator} is not supported`);
}

function comparison(
  operator: keyof typeof NUMBER,
  first: Logic | undefined,
  second: Logic | undefined,
  path: string,
): object {
  const attribute = variable(first, path);
  if (attribute !== CLOCK) {
    return { attribute, op: NUMBER[operator], value: second };
  }
  if (typeof second !== 'number') {
    throw new ImportError(path, `${CLOCK} is compared to a number of seconds`);
  }
  // `after` is strict and counts milliseconds, flagd's clock whole seconds.
  const before = operator === '<' || operator === '<=';
  const whole = operator === '<=' || operator === '>' ? second + 1 : second;
  const ms = whole * 1000 - (before ? 0 : 1);
  return {
    attribute: NOW_ATTRIBUTE,
    op: before ? 'before' : 'after',
    value: new Date(ms).toISOString(),
  };
}

/** "contains a or b" is one condition of ours. */
function alternatives(args: Logic[], path: string): object {
  const parts = args.map(
    (part, i) =>
      readConditions(part, `${path}/or/${i}`)[0] as Record<string, unknown>,
  );
  const [head] = parts;
  const mergeable = parts.every(
    part =>
      part !== undefined &&
      part.op === head?.op &&
      part.attribute === head?.attribute &&
      ['contains', 'startsWith', 'endsWith'].includes(String(part.op)),
  );
  if (!head || !mergeable) {
    throw new ImportError(path, 'or is supported for parts of one text only');
  }
  return { ...head, values: parts.flatMap(part => part.values) };
}

function negate(logic: Logic, path: string): object {
  const inner = Array.isArray(logic) ? (logic[0] ?? null) : logic;
  const conditions = readConditions(inner, `${path}/!`);
  const [only] = conditions;
  const op = only && NEGATED[only.op];
  if (!only || !op || conditions.length > 1) {
    throw new ImportError(path, '! is supported for one of ==, in and $ref');
  }
  return { ...only, op };
}

/** @throws ImportError for anything but an object with one operator */
export function operation(logic: Logic, path: string): [string, Logic[]] {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) {
    throw new ImportError(path, 'an operation is expected');
  }
  const entries = Object.entries(logic);
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw new ImportError(path, 'an operation has exactly one operator');
  }
  const [operator, args] = entry;
  return [operator, Array.isArray(args) ? args : [args]];
}

export function variable(logic: Logic | undefined, path: string): string {
  const [operator, args] = operation(logic ?? null, path);
  if (operator !== 'var' || typeof args[0] !== 'string') {
    throw new ImportError(path, 'a {"var": "attribute"} is expected here');
  }
  return args[0];
}

function segmentOf(name: Logic | undefined, path: string): string {
  if (typeof name === 'string' && name.startsWith(SEGMENT_PREFIX)) {
    return name.slice(SEGMENT_PREFIX.length);
  }
  throw new ImportError(
    path,
    `$ref is supported for "${SEGMENT_PREFIX}<segment>" only; write the expression out`,
  );
}
