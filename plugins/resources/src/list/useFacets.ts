import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { SLOW_POLL } from '../hooks/pollInterval';

/** The values that the filters offer, with counts. */
export function useFacets(mine: boolean) {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['facets', mine],
    queryFn: ({ signal }) =>
      api.getFacets(mine ? { mine: 'true' } : {}, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: SLOW_POLL,
  });
}
