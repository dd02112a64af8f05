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

/**
 * One page of the list by keyset: however far it is, a page costs what the first one costs. The total is a second
 * query beside it, over the same conditions and answered from an index alone.
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
  const rows = filtered(knex, query).select(...listColumns);
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
  const [{ count }] = await filtered(knex, query).count({ count: '*' });
  return Number(count);
}

function filtered(knex: Knex, { scope, filter }: ListQuery): Knex.QueryBuilder {
  const query = knex('resources');
  if (!scope.all) {
    query.whereIn('owner', [...scope.owners]);
  }
  for (const column of ['owner', 'type', 'environment', 'status'] as const) {
    const values = filter[column];
    if (values) {
      query.whereIn(column, [...values]);
    }
  }
  const unlisted = filter.status?.some(
    status => status === 'draft' || status === 'deleted',
  );
  if (!unlisted) {
    // In so many words, since that is the condition of the partial indexes.
    query.whereRaw('listed');
  }
  if (filter.q) {
    query.whereRaw('position(? IN name) > 0', [filter.q.toLowerCase()]);
  }
  return query;
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
