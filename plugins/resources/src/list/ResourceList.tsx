import { VisuallyHidden } from '@backstage/ui';
import { ErrorPanel } from '../components/ErrorPanel';
import { Notice } from '../components/Notice';
import { Pagination } from '../components/Pagination';
import { isChanging } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { type SortDescriptor, sortDescriptor, sortOf } from './columns';
import { isFiltered, pageSizes } from './listQuery';
import { ListSkeleton } from './ListSkeleton';
import { NoResources } from './NoResources';
import { ResourceFilters } from './ResourceFilters';
import { ResourceTable } from './ResourceTable';
import { SortSelect } from './SortSelect';
import { useFacets } from './useFacets';
import { useListQuery } from './useListQuery';
import { useResources } from './useResources';

export function ResourceList({ mine }: { mine: boolean }) {
  const t = useTexts();
  const state = useListQuery();
  const { query, change, goTo, clear } = state;
  const { data, error, isPlaceholderData, refetch } = useResources(query, mine);
  const facets = useFacets(mine);
  const filtered = isFiltered(query);
  const sort = sortDescriptor(query);
  const onSort = (chosen: SortDescriptor) => change(sortOf(chosen));
  const nothingYet = data?.total === 0 && !filtered && !isPlaceholderData;

  if (error && (!data || isPlaceholderData)) {
    return <ErrorPanel error={error} onRetry={refetch} />;
  }
  return (
    <section aria-label={t(mine ? 'list.mine' : 'list.all')}>
      {error && <Notice status="warning" title={t('common.stale')} mb="3" />}
      {!nothingYet && <ResourceFilters state={state} facets={facets.data} />}
      {!data && <ListSkeleton />}
      {data && data.total > 0 && (
        <>
          <VisuallyHidden role="status">
            {t('list.live', {
              total: String(data.total),
              active: String(data.items.filter(isChanging).length),
            })}
          </VisuallyHidden>
          <SortSelect sort={sort} onSort={onSort} />
          <ResourceTable
            items={data.items}
            total={data.total}
            sort={sort}
            onSort={onSort}
            isStale={isPlaceholderData}
          />
          <Pagination
            total={data.total}
            page={query.page}
            pageSize={query.limit}
            pageSizes={pageSizes}
            onPageSize={limit => change({ limit })}
            onNext={
              data.nextCursor
                ? () => goTo({ page: query.page + 1, cursor: data.nextCursor })
                : undefined
            }
            onPrevious={
              data.prevCursor
                ? () => goTo({ page: query.page - 1, cursor: data.prevCursor })
                : undefined
            }
          />
        </>
      )}
      {data?.total === 0 && (
        <NoResources mine={mine} filtered={filtered} onClear={clear} />
      )}
    </section>
  );
}
