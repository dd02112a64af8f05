import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ResourceListPage } from '../../api/ResourcesApi';
import { resourcesApiRef } from '../../api/resourcesApiRef';
import type { PickFrom } from './pickFrom';

/** Read at once; the next ones follow while somebody scrolls. */
const PAGE = 50;

/** The caller's resources that a field offers, by a part of their name. The portal searches, so all are found. */
export function usePickable(
  { types, environment, everybodys, waiting, statuses }: PickFrom,
  search: string,
) {
  const api = useApi(resourcesApiRef);
  const q = search.trim().toLowerCase();
  return useInfiniteQuery({
    queryKey: [
      'resources',
      'pick',
      everybodys,
      types,
      environment,
      statuses,
      q,
    ],
    enabled: !waiting,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ResourceListPage) => page.nextCursor,
    queryFn: ({ signal, pageParam }) =>
      api.listResources(
        {
          mine: everybodys ? undefined : 'true',
          type: types,
          environment: environment === undefined ? undefined : [environment],
          status: statuses,
          q: q || undefined,
          sort: 'name',
          order: 'asc',
          limit: PAGE,
          cursor: pageParam,
        },
        { signal },
      ),
  });
}
