import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  defaultEntityPresentation,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** Display names of entities by their refs; empty until they are known. */
export function useEntityTitles(refs: string[]): Record<string, string> {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const { data } = useQuery({
    queryKey: ['titles', refs],
    queryFn: async () =>
      Object.fromEntries(
        await Promise.all(
          refs.map(async ref => {
            const { primaryTitle } =
              (await presentation?.forEntity(ref).promise) ??
              defaultEntityPresentation(ref);
            return [ref, primaryTitle] as const;
          }),
        ),
      ),
    enabled: refs.length > 0,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return data ?? {};
}
