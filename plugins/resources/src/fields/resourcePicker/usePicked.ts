import { useApi } from '@backstage/frontend-plugin-api';
import { useQueries } from '@tanstack/react-query';
import type { ResourceItem } from '../../api/ResourcesApi';
import { resourcesApiRef } from '../../api/resourcesApiRef';

/** The chosen resources, each as soon as it is known. */
export function usePicked(ids: readonly string[]): ResourceItem[] {
  const api = useApi(resourcesApiRef);
  return useQueries({
    queries: ids.map(id => ({
      queryKey: ['resource', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.getResource(id, { signal }),
    })),
    combine: results => results.flatMap(({ data }) => data ?? []),
  });
}
