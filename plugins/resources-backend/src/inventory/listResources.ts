import type { Knex } from 'knex';
import { encodeCursor } from './cursor';
import type { Cursor, ListQuery } from './ListQuery';
import type { ResourceListItem } from './ResourceRecord';
import type { ResourceListPage } from './ResourceStore';
import {
  fromListRow,
  listColumns,
  sortExpressions,
  type ResourceListRow,
} from './rows';
import { scopeSql } from './scopeSql';

/**
 * One page of the list by keyset: however far it is, a page costs what the first one costs. The total comes from the
 * counts that the database keeps; only a search by name has to count.
 */
export async function listResources(
  knex: Knex,
  query: ListQuery,
): Promise<ResourceListPage> {
  const [rows, total] = await Promise.all([
    readRows(knex, query),
    countRows(knex, query),
  ]);
  const backwards = query.cursor?.direction === 'prev';
  const more = rows.length > query.limit;
  const items = rows.slice(0, query.limit).map(fromListRow);
  if (backwards) {
    items.reverse();
  }
  const at = (direction: Cursor['direction'], item?: ResourceListItem) =>
    item && encodeCursor(cursorAt(query, direction, item));
  const hasNext = backwards || more;
  const hasPrev = backwards ? more : query.cursor !== undefined;
  return {
    items,
    total,
    nextCursor: hasNext ? at('next', items.at(-1)) : undefined,
    prevCursor: hasPrev ? at('prev', items[0]) : undefined,
  };
}

async function readRows(
  knex: Knex,
  query: ListQuery,
): Promise<ResourceListRow[]> {
  const { sort, order, cursor, limit } = query;
  const expression = sortExpressions[sort];
  const ascending = (order === 'asc') !== (cursor?.direction === 'prev');
  const rows = matching(knex('resources'), query).select(...listColumns);
  if (cursor) {
    rows.whereRaw(`(${expression}, id) ${ascending ? '>' : '<'} (?, ?)`, [
      cursor.value ?? 'infinity',
      cursor.id,
    ]);
  }
  const direction = ascending ? 'ASC' : 'DESC';
  return rows
    .orderByRaw(`${expression} ${direction}, id ${direction}`)
    .limit(limit + 1);
}

async function countRows(knex: Knex, query: ListQuery): Promise<number> {
  const [{ total }] = await (query.filter.q
    ? matching(knex('resources'), query).count({ total: '*' })
    : matching(knex('resource_counts'), query).sum({ total: 'count' }));
  return Number(total ?? 0);
}

/** Of the resources, or of their counts as long as no name is looked for. */
function matching(
  rows: Knex.QueryBuilder,
  { scope, filter }: ListQuery,
): Knex.QueryBuilder {
  if (!scope.all) {
    const { sql, bindings } = scopeSql(scope);
    rows.whereRaw(sql, bindings);
  }
  for (const column of ['owner', 'type', 'environment', 'status'] as const) {
    const values = filter[column];
    if (values) {
      rows.whereIn(column, [...values]);
    }
  }
  const unlisted = filter.status?.some(
    status => status === 'draft' || status === 'deleted',
  );
  if (!unlisted) {
    // In so many words, since that is the condition of the partial indexes.
    rows.whereRaw('listed');
  }
  if (filter.q) {
    rows.whereRaw('position(? IN name) > 0', [filter.q.toLowerCase()]);
  }
  return rows;
}

function cursorAt(
  { sort, order }: ListQuery,
  direction: Cursor['direction'],
  item: ResourceListItem,
): Cursor {
  const value = item[sort];
  return {
    sort,
    order,
    direction,
    value: value instanceof Date ? value.toISOString() : value,
    id: item.id,
  };
}
