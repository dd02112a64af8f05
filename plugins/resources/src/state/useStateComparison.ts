import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';

/** What is different between two versions. They never change, so it is read once. */
export function useStateComparison(
  resourceId: string,
  versions?: { from: string; to: string },
) {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['stateComparison', resourceId, versions],
    queryFn: ({ signal }) =>
      api.compareStateVersions(resourceId, versions!, { signal }),
    enabled: versions !== undefined,
    staleTime: Infinity,
  });
}
