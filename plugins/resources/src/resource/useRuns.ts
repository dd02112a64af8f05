import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { FAST_POLL, isActive, SLOW_POLL } from '../hooks/pollInterval';

/** The runs of a resource, the newest first, kept fresh. */
export function useRuns(resourceId: string, changing: boolean) {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['runs', resourceId],
    queryFn: ({ signal }) => api.listRuns(resourceId, { signal }),
    refetchInterval: ({ state }) =>
      changing || state.data?.items.some(isActive) ? FAST_POLL : SLOW_POLL,
  });
}
