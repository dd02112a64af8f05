import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { LoadFailure } from '../components/LoadFailure';
import { PageSkeleton } from '../components/PageSkeleton';
import { ResourcesHeader } from '../components/ResourcesHeader';
import { useTexts } from '../hooks/useTexts';
import { useResource } from '../resource/useResource';
import { resourceRouteRef } from '../routes';
import { StateView } from './StateView';

/** `/resources/:resourceId/state` */
export function StatePage() {
  const t = useTexts();
  const { resourceId = '' } = useParams();
  const resourceLink = useRouteRef(resourceRouteRef);
  const { data, error, refetch } = useResource(resourceId);
  return (
    <>
      <ResourcesHeader
        breadcrumbs={
          data && [
            { label: data.name, href: resourceLink?.({ resourceId }) ?? '' },
            { label: t('state.breadcrumb'), href: '' },
          ]
        }
      />
      <Container pb="4">
        {data && <StateView resource={data} />}
        {!data && error && <LoadFailure error={error} onRetry={refetch} />}
        {!data && !error && <PageSkeleton />}
      </Container>
    </>
  );
}
