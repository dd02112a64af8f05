import { LoadFailure } from '../components/LoadFailure';
import { Notice } from '../components/Notice';
import { PageSkeleton } from '../components/PageSkeleton';
import { useTexts } from '../hooks/useTexts';
import { ResourceView } from './ResourceView';
import { useResource } from './useResource';

/** A resource with all that belongs to it; on its own page and in the catalog. */
export function ResourceContent({ resourceId }: { resourceId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useResource(resourceId);

  if (!data) {
    return error ? (
      <LoadFailure error={error} onRetry={refetch} />
    ) : (
      <PageSkeleton />
    );
  }
  return (
    <>
      {error && <Notice status="warning" title={t('common.stale')} mb="3" />}
      <ResourceView resource={data} />
    </>
  );
}
