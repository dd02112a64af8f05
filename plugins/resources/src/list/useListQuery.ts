import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  defaultListQuery,
  type ListQuery,
  listQueryParams,
  parseListQuery,
} from './listQuery';

export interface ListQueryState {
  query: ListQuery;
  /** Changes search, filters or sort, and begins at the first page. */
  change: (patch: Partial<ListQuery>, options?: { replace: boolean }) => void;
  /** Goes to another page of the same list. */
  goTo: (place: Pick<ListQuery, 'page' | 'cursor'>) => void;
  /** Takes search and filters away; the sort stays. */
  clear: () => void;
}

/** The list's query, kept in the address. */
export function useListQuery(): ListQueryState {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseListQuery(params), [params]);

  const change = useCallback<ListQueryState['change']>(
    (patch, options) =>
      setParams(
        current =>
          listQueryParams({
            ...parseListQuery(current),
            page: 1,
            cursor: undefined,
            ...patch,
          }),
        options,
      ),
    [setParams],
  );
  const clear = useCallback(() => {
    const { q, type, environment, status, owner } = defaultListQuery;
    change({ q, type, environment, status, owner });
  }, [change]);

  return { query, change, goTo: change, clear };
}
