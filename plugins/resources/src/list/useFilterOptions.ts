import type { ResourceStatus } from '@terrastage/plugin-resources-common';
import { useCallback } from 'react';
import type { Facets } from '../api/ResourcesApi';
import { useEntityTitles } from '../hooks/useEntityTitles';
import { useOptions } from '../hooks/useOptions';
import { useTexts } from '../hooks/useTexts';
import type { FilterName, ListQuery } from './listQuery';

/** The choices of a filter with their counts. What the address asks for is among them, even when nothing has it. */
export function useFilterOptions(query: ListQuery, facets?: Facets) {
  const t = useTexts();
  const { data: offered } = useOptions();
  const owners = useEntityTitles(valuesOf('owner', query, facets));

  return useCallback(
    (name: FilterName) => {
      const titles: Record<FilterName, (value: string) => string | undefined> =
        {
          type: value =>
            offered?.types.find(entry => entry.name === value)?.title,
          status: value => t(`resourceStatus.${value as ResourceStatus}`),
          environment: value =>
            offered?.environments.find(entry => entry.name === value)?.title,
          owner: value => owners[value],
        };
      return valuesOf(name, query, facets)
        .map(value => ({
          id: value,
          label: t('list.filterOption', {
            value: titles[name](value) ?? value,
            number: String(facets?.[name][value] ?? 0),
          }),
        }))
        .sort((a, b) => a.label.localeCompare(b.label));
    },
    [t, offered, owners, facets, query],
  );
}

function valuesOf(
  name: FilterName,
  query: ListQuery,
  facets?: Facets,
): string[] {
  return [
    ...new Set([...Object.keys(facets?.[name] ?? {}), ...query[name]]),
  ].sort();
}
