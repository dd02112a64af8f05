import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Count } from '../store/CountReader.ts';
import { query } from './Query.ts';
import { runQuery } from './runQuery.ts';

const count = (
  hour: string,
  flag: string,
  variant: string,
  n: number,
): Count => ({
  hour,
  flag,
  variant,
  reason: 'SPLIT',
  count: n,
});
const COUNTS = [
  count('2026-05-01T10', 'a', 'on', 1),
  count('2026-05-01T11', 'a', 'off', 2),
  count('2026-05-02T10', 'b', 'on', 4),
  count('2026-05-02T10', 'a', 'on', 8),
];
const place = { project: 'demo', environment: 'dev' };

async function* stream() {
  yield* COUNTS;
}
const ask = (given: object) =>
  runQuery(stream(), query.parse({ ...place, ...given }));

describe('a query', () => {
  it('groups, with the most first', async () => {
    assert.deepEqual(await ask({ groupBy: ['flag'] }), [
      { flag: 'a', evaluations: 11 },
      { flag: 'b', evaluations: 4 },
    ]);
  });

  it('filters, orders and cuts', async () => {
    const rows = await ask({
      where: [{ field: 'variant', in: ['on'] }],
      groupBy: ['day', 'flag'],
      orderBy: { field: 'day', direction: 'asc' },
      limit: 2,
    });

    assert.deepEqual(rows, [
      { day: '2026-05-01', flag: 'a', evaluations: 1 },
      { day: '2026-05-02', flag: 'a', evaluations: 8 },
    ]);
  });

  it('of more groups than fit is refused, and says how to narrow it', async () => {
    async function* many() {
      for (let n = 0; ; n++) yield count('2026-05-01T10', `f-${n}`, 'on', 1);
    }

    await assert.rejects(
      runQuery(many(), query.parse({ ...place, groupBy: ['flag'] })),
      { status: 422, message: /less time/ },
    );
  });

  const refused: [string, object][] = [
    ['an unlisted column', { groupBy: ['targetingKey'] }],
    [
      'an order by what is not grouped',
      { groupBy: ['flag'], orderBy: { field: 'hour', direction: 'asc' } },
    ],
    [
      'SQL in a direction',
      { groupBy: ['flag'], orderBy: { field: 'flag', direction: 'asc; DROP' } },
    ],
    [
      'a NoSQL operator',
      { groupBy: ['flag'], where: [{ field: 'flag', $ne: '' }] },
    ],
    ['an expression', { groupBy: ['flag'], FilterExpression: 'a = b' }],
    ['no group', { groupBy: [] }],
    ['a limit of 0', { groupBy: ['flag'], limit: 0 }],
    ['a limit of 1e9', { groupBy: ['flag'], limit: 1e9 }],
    ['a limit as text', { groupBy: ['flag'], limit: '3' }],
    ['another partition', { groupBy: ['flag'], environment: 'dev#2026' }],
  ];
  for (const [name, given] of refused) {
    it(`is refused with ${name}`, () => {
      assert.equal(query.safeParse({ ...place, ...given }).success, false);
    });
  }
});
