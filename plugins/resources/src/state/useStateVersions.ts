import { useApi } from '@backstage/frontend-plugin-api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { FAST_POLL, SLOW_POLL } from '../hooks/pollInterval';

/** The versions of a resource's state, the newest first, page after page. */
export function useStateVersions(resourceId: string, changing: boolean) {
  const api = useApi(resourcesApiRef);
  return useInfiniteQuery({
    queryKey: ['stateVersions', resourceId],
    queryFn: ({ pageParam, signal }) =>
      api.listStateVersions(resourceId, { cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    refetchInterval: changing ? FAST_POLL : SLOW_POLL,
  });
}
