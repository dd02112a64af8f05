import { RE2JS } from 're2js';
import { compare, parse, type SemVer } from 'semver';
import type { Condition } from '../model/condition.ts';
import { networkTest } from './networkTest.ts';

type AttributeCondition = Exclude<Condition, { segment: string }>;

/** What a condition asks of an attribute's value, prepared once. */
export type ValueTest = (value: unknown) => boolean;

const MAX_SUBJECT = 4096;

/** @throws Error for operands that the model's schema refuses */
export function compileTest(condition: AttributeCondition): ValueTest {
  switch (condition.op) {
    case 'equals':
      return value => value === condition.value;
    case 'notEquals':
      return value => value !== condition.value;
    case 'in':
      return oneOf(condition.values);
    case 'notIn':
      return not(oneOf(condition.values));
    case 'contains':
      return anyOf(condition.values, (text, part) => text.includes(part));
    case 'startsWith':
      return anyOf(condition.values, (text, part) => text.startsWith(part));
    case 'endsWith':
      return anyOf(condition.values, (text, part) => text.endsWith(part));
    case 'lt':
      return number(value => value < condition.value);
    case 'lte':
      return number(value => value <= condition.value);
    case 'gt':
      return number(value => value > condition.value);
    case 'gte':
      return number(value => value >= condition.value);
    case 'semverEq':
      return version(condition.value, order => order === 0);
    case 'semverLt':
      return version(condition.value, order => order < 0);
    case 'semverLte':
      return version(condition.value, order => order <= 0);
    case 'semverGt':
      return version(condition.value, order => order > 0);
    case 'semverGte':
      return version(condition.value, order => order >= 0);
    case 'before':
      return instant(condition.value, (at, limit) => at < limit);
    case 'after':
      return instant(condition.value, (at, limit) => at > limit);
    case 'matches':
      return expression(condition.value);
    case 'notMatches':
      return not(expression(condition.value));
    case 'inCidr':
      return networkTest(condition.values);
    case 'notInCidr':
      return not(networkTest(condition.values));
    case 'exists':
      return exists;
    case 'notExists':
      return not(exists);
  }
}

const not =
  (test: ValueTest): ValueTest =>
  value =>
    !test(value);

const exists: ValueTest = value => value !== undefined && value !== null;

function oneOf(values: unknown[]): ValueTest {
  const known = new Set(values);
  return value =>
    Array.isArray(value)
      ? value.some(item => known.has(item))
      : known.has(value);
}

function anyOf(
  parts: string[],
  holds: (text: string, part: string) => boolean,
): ValueTest {
  return value =>
    typeof value === 'string' && parts.some(part => holds(value, part));
}

function number(holds: (value: number) => boolean): ValueTest {
  return value => typeof value === 'number' && holds(value);
}

function version(limit: string, holds: (order: number) => boolean): ValueTest {
  const wanted = parse(limit) as SemVer;
  return value => {
    const given = typeof value === 'string' ? parse(value) : null;
    return given !== null && holds(compare(given, wanted));
  };
}

function instant(
  limit: string,
  holds: (at: number, limit: number) => boolean,
): ValueTest {
  const limitMs = Date.parse(limit);
  return value => {
    const at = typeof value === 'string' ? Date.parse(value) : value;
    return typeof at === 'number' && !Number.isNaN(at) && holds(at, limitMs);
  };
}

/** Found anywhere in the text, as everywhere but in Java. */
function expression(text: string): ValueTest {
  const compiled = RE2JS.compile(text);
  return value =>
    typeof value === 'string' &&
    value.length <= MAX_SUBJECT &&
    compiled.matcher(value).find();
}
