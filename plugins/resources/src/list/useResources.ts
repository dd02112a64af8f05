import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { pollInterval } from '../hooks/pollInterval';
import { type ListQuery, listRequest } from './listQuery';

/** A page of the list, kept fresh: soon again while a row changes, now and then otherwise. */
export function useResources(query: ListQuery, mine: boolean) {
  const api = useApi(resourcesApiRef);
  const request = listRequest(query, mine);
  return useQuery({
    queryKey: ['resources', request],
    queryFn: ({ signal }) => api.listResources(request, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pollInterval(state.data?.items ?? []),
  });
}
