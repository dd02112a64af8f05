import type {
  ResourceQuery,
  ResourceSortColumn,
} from '@terrastage/plugin-resources-common';
import type { Scope } from '../access/Scope';

export type SortOrder = ResourceQuery['order'];

/** Where a page begins: behind the row of this sort value and id, or before it. */
export interface Cursor {
  readonly sort: ResourceSortColumn;
  readonly order: SortOrder;
  readonly direction: 'next' | 'prev';
  /** The row's value in the sort column; ISO time for times, absent for no expiry. */
  readonly value?: string;
  readonly id: string;
}

export interface ListFilter {
  readonly owner?: readonly string[];
  readonly type?: readonly string[];
  readonly environment?: readonly string[];
  /** Without it all but drafts and deleted ones. */
  readonly status?: readonly string[];
  /** Part of the name, any case. */
  readonly q?: string;
}

export interface ListQuery {
  readonly scope: Scope;
  readonly filter: ListFilter;
  readonly sort: ResourceSortColumn;
  readonly order: SortOrder;
  readonly limit: number;
  readonly cursor?: Cursor;
}
