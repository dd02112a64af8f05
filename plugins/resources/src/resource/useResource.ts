import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { pollInterval } from '../hooks/pollInterval';

/** One resource, kept fresh. */
export function useResource(id: string) {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['resource', id],
    queryFn: ({ signal }) => api.getResource(id, { signal }),
    refetchInterval: ({ state }) =>
      pollInterval(state.data ? [state.data] : []),
  });
}
