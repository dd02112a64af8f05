import { problems } from '@togglemaster/kit';
import type { Count } from '../store/CountReader.ts';
import type { Query, QueryRow } from './Query.ts';

/** All are in memory before the first is answered. */
const MAX_GROUPS = 50_000;

/**
 * Filters, groups, orders and cuts counts.
 *
 * @throws Problem 422 for more groups than can be kept
 */
export async function runQuery(
  counts: AsyncIterable<Count>,
  { where, groupBy, orderBy, limit }: Query,
): Promise<QueryRow[]> {
  const filters = where.map(({ field, in: values }) => ({
    field,
    values: new Set(values),
  }));
  const rows = new Map<string, QueryRow>();
  for await (const count of counts) {
    if (!filters.every(f => f.values.has(count[f.field]))) continue;
    const group = { ...count, day: count.hour.slice(0, 10) };
    const key = groupBy.map(name => group[name]).join('#');
    const row = rows.get(key) ?? {
      ...Object.fromEntries(groupBy.map(name => [name, group[name]])),
      evaluations: 0,
    };
    row.evaluations += count.count;
    rows.set(key, row);
    if (rows.size > MAX_GROUPS) throw tooManyGroups();
  }
  const sign = orderBy.direction === 'asc' ? 1 : -1;
  return [...rows]
    .toSorted(
      ([keyA, a], [keyB, b]) =>
        sign * compare(a[orderBy.field], b[orderBy.field]) ||
        compare(keyA, keyB),
    )
    .slice(0, limit)
    .map(([, row]) => row);
}

function tooManyGroups() {
  const message = `makes more than ${MAX_GROUPS} groups: ask for less time, filter by where, or group by day or by fewer fields`;
  const path = 'body/groupBy';
  return problems.unprocessable(`${path}: ${message}`, [{ path, message }]);
}

function compare(
  a: string | number | undefined,
  b: string | number | undefined,
): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
