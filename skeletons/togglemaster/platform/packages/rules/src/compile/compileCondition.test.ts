import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { condition, type Condition } from '../model/condition.ts';
import type { Context } from '../model/context.ts';
import { compileCondition } from './compileCondition.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');

const holds = (given: Condition, context: Context) =>
  compileCondition(condition.parse(given))(context, {
    segments: new Map(),
    nowMs: NOW,
  });

const on = (attribute: string, rest: object) =>
  ({ attribute, ...rest }) as Condition;

describe('a condition', () => {
  const table: [string, Condition, Context, boolean][] = [
    [
      'equals',
      on('plan', { op: 'equals', value: 'pro' }),
      { plan: 'pro' },
      true,
    ],
    [
      'equals is strict about types',
      on('n', { op: 'equals', value: 1 }),
      { n: '1' },
      false,
    ],
    [
      'notEquals holds without the attribute',
      on('plan', { op: 'notEquals', value: 'pro' }),
      {},
      true,
    ],
    [
      'in a list',
      on('c', { op: 'in', values: ['BR', 'PT'] }),
      { c: 'PT' },
      true,
    ],
    [
      'in, for a list of the context',
      on('groups', { op: 'in', values: ['a'] }),
      { groups: ['b', 'a'] },
      true,
    ],
    ['notIn', on('c', { op: 'notIn', values: ['BR'] }), { c: 'BR' }, false],
    [
      'contains any of',
      on('mail', { op: 'contains', values: ['x', '@ex'] }),
      { mail: 'a@ex.com' },
      true,
    ],
    [
      'startsWith',
      on('name', { op: 'startsWith', values: ['ação'] }),
      { name: 'ação-1' },
      true,
    ],
    [
      'endsWith',
      on('mail', { op: 'endsWith', values: ['.org'] }),
      { mail: 'a@ex.com' },
      false,
    ],
    ['lt', on('age', { op: 'lt', value: 18 }), { age: 17.5 }, true],
    [
      'lt is not for texts',
      on('age', { op: 'lt', value: 18 }),
      { age: '17' },
      false,
    ],
    ['gte', on('age', { op: 'gte', value: 18 }), { age: 18 }, true],
    [
      'semverGte',
      on('v', { op: 'semverGte', value: '1.10.0' }),
      { v: '1.9.9' },
      false,
    ],
    [
      'semverLt puts prereleases first',
      on('v', { op: 'semverLt', value: '2.0.0' }),
      { v: '2.0.0-rc.1' },
      true,
    ],
    [
      'semver of no version',
      on('v', { op: 'semverLt', value: '2.0.0' }),
      { v: 'latest' },
      false,
    ],
    [
      'before',
      on('born', { op: 'before', value: '2000-01-01T00:00:00Z' }),
      { born: '1999-12-31T23:30:00-01:00' },
      false,
    ],
    [
      'after, in milliseconds',
      on('t', { op: 'after', value: '2000-01-01T00:00:00Z' }),
      { t: NOW },
      true,
    ],
    [
      '$now',
      on('$now', { op: 'after', value: '2026-06-01T11:59:59Z' }),
      {},
      true,
    ],
    [
      'matches anywhere',
      on('mail', { op: 'matches', value: '@(a|b)\\.com$' }),
      { mail: 'x@b.com' },
      true,
    ],
    [
      'notMatches',
      on('mail', { op: 'notMatches', value: '^x' }),
      { mail: 'x@b.com' },
      false,
    ],
    [
      'inCidr',
      on('ip', { op: 'inCidr', values: ['10.0.0.0/8'] }),
      { ip: '10.200.3.4' },
      true,
    ],
    [
      'inCidr, IPv6',
      on('ip', { op: 'inCidr', values: ['2001:db8::/32'] }),
      { ip: '2001:db8::1' },
      true,
    ],
    [
      'inCidr, IPv4 in IPv6',
      on('ip', { op: 'inCidr', values: ['10.0.0.0/8'] }),
      { ip: '::ffff:10.0.0.1' },
      true,
    ],
    [
      'notInCidr of no address',
      on('ip', { op: 'notInCidr', values: ['10.0.0.0/8'] }),
      { ip: 'x' },
      true,
    ],
    ['exists', on('plan', { op: 'exists' }), { plan: null }, false],
    ['notExists', on('plan', { op: 'notExists' }), {}, true],
    [
      'a path',
      on('plan.tier', { op: 'equals', value: 'gold' }),
      { plan: { tier: 'gold' } },
      true,
    ],
    [
      'a name with a dot',
      on('plan.tier', { op: 'equals', value: 'gold' }),
      { 'plan.tier': 'gold' },
      true,
    ],
    ['nothing inherited', on('toString', { op: 'exists' }), {}, false],
    ['a segment nobody knows', { op: 'segment', segment: 'ghost' }, {}, false],
  ];
  for (const [name, given, context, expected] of table) {
    it(`${name}: ${expected}`, () => {
      assert.equal(holds(given, context), expected);
    });
  }

  it('with (a+)+$ answers at once for a text that ruins backtracking', () => {
    const given = on('text', { op: 'matches', value: '(a+)+$' });
    const compiled = compileCondition(condition.parse(given));
    const cpu = process.cpuUsage();

    const result = compiled(
      { text: `${'a'.repeat(4000)}!` },
      { segments: new Map(), nowMs: NOW },
    );

    assert.equal(result, false);
    // A backtracking engine would be at this for longer than the universe.
    assert.ok(process.cpuUsage(cpu).user < 5_000_000);
  });
});

describe('the schema of a condition', () => {
  const refused: [string, unknown][] = [
    ['an unknown operator', on('a', { op: 'sql', value: 'x' })],
    ['an unknown property', on('a', { op: 'exists', $where: '1' })],
    ['a look-behind', on('a', { op: 'matches', value: '(?<=a)b' })],
    ['a back reference', on('a', { op: 'matches', value: '(a)\\1' })],
    [
      'an expression of 257 characters',
      on('a', { op: 'matches', value: 'a'.repeat(257) }),
    ],
    [
      'an expression of 36,000 instructions',
      on('a', { op: 'matches', value: '.{1000}'.repeat(36) }),
    ],
    ['one of 2,054', on('a', { op: 'notMatches', value: '^.{0,1000}a{50}$' })],
    [
      'repetitions in repetitions',
      on('a', { op: 'matches', value: `(?:${'a'.repeat(240)}){1000}` }),
    ],
    ['__proto__ as an attribute', on('__proto__', { op: 'exists' })],
    ['constructor inside a path', on('a.constructor', { op: 'exists' })],
    ['a number as text', on('a', { op: 'lt', value: '3' })],
    ['Infinity', on('a', { op: 'lt', value: Infinity })],
    ['a version that is none', on('a', { op: 'semverEq', value: '1' })],
    ['a date without offset', on('a', { op: 'before', value: '2026-01-01' })],
    [
      'a network that is none',
      on('a', { op: 'inCidr', values: ['10.0.0.0/33'] }),
    ],
    ['an empty list', on('a', { op: 'in', values: [] })],
    [
      'an operator object as value',
      on('a', { op: 'equals', value: { $ne: 1 } }),
    ],
  ];
  it('takes an expression of 2,004 instructions', () => {
    const given = on('a', { op: 'matches', value: '^.{0,1000}$' });

    assert.equal(condition.safeParse(given).success, true);
  });

  for (const [name, given] of refused) {
    it(`refuses ${name}`, () => {
      assert.equal(condition.safeParse(given).success, false);
    });
  }
});
