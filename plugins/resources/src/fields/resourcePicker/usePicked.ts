import { useApi } from '@backstage/frontend-plugin-api';
import { useQueries } from '@tanstack/react-query';
import type { ResourceItem } from '../../api/ResourcesApi';
import { resourcesApiRef } from '../../api/resourcesApiRef';

interface Picked {
  /** Each as soon as it is known. */
  resources: ResourceItem[];
  /** Why one of them cannot be read. */
  error?: Error;
  refetch: () => void;
}

/** The chosen resources. */
export function usePicked(ids: readonly string[]): Picked {
  const api = useApi(resourcesApiRef);
  const results = useQueries({
    queries: ids.map(id => ({
      queryKey: ['resource', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.getResource(id, { signal }),
    })),
  });
  return {
    resources: results.flatMap(({ data }) => data ?? []),
    error: results.find(({ error }) => error)?.error ?? undefined,
    refetch: () => results.forEach(({ refetch }) => refetch()),
  };
}
