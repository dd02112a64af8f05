import { Button, SearchField, Select } from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import type { Facets } from '../api/ResourcesApi';
import { useTexts } from '../hooks/useTexts';
import { filterNames, isFiltered } from './listQuery';
import styles from './ResourceFilters.module.css';
import { useFilterOptions } from './useFilterOptions';
import type { ListQueryState } from './useListQuery';
import { useTypedSearch } from './useTypedSearch';

interface ResourceFiltersProps {
  state: ListQueryState;
  facets?: Facets;
}

/** Search and filters over the list. */
export function ResourceFilters({ state, facets }: ResourceFiltersProps) {
  const t = useTexts();
  const { query, change, clear } = state;
  const [typed, setTyped] = useTypedSearch(query.q, q =>
    change({ q }, { replace: true }),
  );
  const optionsOf = useFilterOptions(query, facets);

  return (
    <div role="search" aria-label={t('list.filters')} className={styles.root}>
      <SearchField
        className={styles.search}
        size="small"
        label={t('list.search')}
        placeholder=""
        value={typed}
        onChange={setTyped}
        maxLength={200}
      />
      {filterNames.map(name => (
        <Select
          key={name}
          className={styles.filter}
          size="small"
          label={t(`list.column.${name}`)}
          placeholder={t('list.filterAny')}
          selectionMode="multiple"
          options={optionsOf(name)}
          value={query[name]}
          onChange={value => change({ [name]: value.map(String) })}
        />
      ))}
      {isFiltered(query) && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiFilterOffLine />}
          onPress={() => {
            setTyped('');
            clear();
          }}
        >
          {t('list.clearFilters')}
        </Button>
      )}
    </div>
  );
}
