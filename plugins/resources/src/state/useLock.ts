import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { SLOW_POLL } from '../hooks/pollInterval';

/** Who holds the lock of a resource's state, kept fresh. */
export function useLock(resourceId: string) {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['lock', resourceId],
    queryFn: ({ signal }) => api.getLock(resourceId, { signal }),
    refetchInterval: SLOW_POLL,
  });
}
