import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { resourcesApiRef } from '../../api/resourcesApiRef';
import type { PickFrom } from './pickFrom';

/** More than anybody reads; who has more types a part of the name. */
const LIMIT = 50;

/** The caller's resources that a field offers, by a part of their name. The portal searches, so all are found. */
export function usePickable(
  { types, environment, waiting, statuses }: PickFrom,
  search: string,
) {
  const api = useApi(resourcesApiRef);
  const q = search.trim().toLowerCase();
  return useQuery({
    queryKey: ['resources', 'pick', types, environment, statuses, q],
    enabled: !waiting,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.listResources(
        {
          mine: 'true',
          type: types,
          environment: environment === undefined ? undefined : [environment],
          status: statuses,
          q: q || undefined,
          sort: 'name',
          order: 'asc',
          limit: LIMIT,
        },
        { signal },
      ),
  });
}
