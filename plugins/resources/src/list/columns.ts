import type { ResourceSortColumn } from '@terrastage/plugin-resources-common';
import type { ListQuery } from './listQuery';

export interface ListColumn {
  /** The server's name of what the column sorts by. */
  id: ResourceSortColumn;
  label:
    | 'name'
    | 'type'
    | 'environment'
    | 'status'
    | 'owner'
    | 'age'
    | 'expires';
}

export const listColumns: readonly ListColumn[] = [
  { id: 'name', label: 'name' },
  { id: 'type', label: 'type' },
  { id: 'environment', label: 'environment' },
  { id: 'status', label: 'status' },
  { id: 'owner', label: 'owner' },
  { id: 'createdAt', label: 'age' },
  { id: 'expiresAt', label: 'expires' },
];

export interface SortDescriptor {
  column: ResourceSortColumn;
  direction: 'ascending' | 'descending';
}

/** What the table's header shows. The youngest has the smallest age and the latest time. */
export function sortDescriptor({
  sort,
  order,
}: Pick<ListQuery, 'sort' | 'order'>): SortDescriptor {
  const ascends = (order === 'asc') !== (sort === 'createdAt');
  return { column: sort, direction: ascends ? 'ascending' : 'descending' };
}

/** The query of what the table's header shows. */
export function sortOf({
  column,
  direction,
}: SortDescriptor): Pick<ListQuery, 'sort' | 'order'> {
  const ascends = (direction === 'ascending') !== (column === 'createdAt');
  return { sort: column, order: ascends ? 'asc' : 'desc' };
}
