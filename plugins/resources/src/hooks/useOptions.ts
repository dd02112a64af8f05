import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../api/resourcesApiRef';

/** What the portal offers this user. It changes with the configuration and the templates: seldom. */
export function useOptions() {
  const api = useApi(resourcesApiRef);
  return useQuery({
    queryKey: ['options'],
    queryFn: ({ signal }) => api.getOptions({ signal }),
    staleTime: 5 * 60_000,
  });
}
