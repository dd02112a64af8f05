import {
  type ResourceSortColumn,
  resourceSortColumns,
  type ResourceStatus,
  resourceStatuses,
} from '@terrastage/plugin-resources-common';
import type { ResourceRequest } from '../api/ResourcesApi';

export const filterNames = ['type', 'environment', 'status', 'owner'] as const;
export type FilterName = (typeof filterNames)[number];

export const pageSizes = [25, 50, 100, 200] as const;

/** What the list shows. It lives in the address, so that a link or Back brings it again. */
export interface ListQuery extends Record<FilterName, string[]> {
  q: string;
  sort: ResourceSortColumn;
  order: 'asc' | 'desc';
  limit: number;
  /** From 1; for people. The server knows the place by `cursor`. */
  page: number;
  cursor?: string;
}

export const defaultListQuery: ListQuery = {
  q: '',
  type: [],
  environment: [],
  status: [],
  owner: [],
  sort: 'createdAt',
  order: 'desc',
  limit: pageSizes[0],
  page: 1,
};

/** Reads an address. What it does not know falls back to the default: an old link still shows a list. */
export function parseListQuery(params: URLSearchParams): ListQuery {
  const sort = resourceSortColumns.find(name => name === params.get('sort'));
  const limit = pageSizes.find(size => String(size) === params.get('limit'));
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('page'));
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    type: params.getAll('type'),
    environment: params.getAll('environment'),
    status: params
      .getAll('status')
      .filter(status =>
        (resourceStatuses as readonly string[]).includes(status),
      ),
    owner: params.getAll('owner'),
    sort: sort ?? defaultListQuery.sort,
    order: params.get('order') === 'asc' ? 'asc' : 'desc',
    limit: limit ?? defaultListQuery.limit,
    page: cursor && Number.isInteger(page) && page > 1 ? page : 1,
    cursor,
  };
}

/** The address of a query; what is as by default is left out. */
export function listQueryParams(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q) {
    params.set('q', query.q);
  }
  for (const name of filterNames) {
    query[name].forEach(value => params.append(name, value));
  }
  for (const name of ['sort', 'order', 'limit', 'page'] as const) {
    if (query[name] !== defaultListQuery[name]) {
      params.set(name, String(query[name]));
    }
  }
  if (query.cursor) {
    params.set('cursor', query.cursor);
  }
  return params;
}

/** What the server is asked. */
export function listRequest(query: ListQuery, mine: boolean): ResourceRequest {
  const some = <T>(values: T[]) => (values.length ? values : undefined);
  return {
    mine: mine ? 'true' : undefined,
    q: query.q || undefined,
    type: some(query.type),
    environment: some(query.environment),
    status: some(query.status as ResourceStatus[]),
    owner: some(query.owner),
    sort: query.sort,
    order: query.order,
    limit: query.limit,
    cursor: query.cursor,
  };
}

/** True when the query hides anything. */
export function isFiltered(query: ListQuery): boolean {
  return query.q !== '' || filterNames.some(name => query[name].length > 0);
}
