import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { LoadFailure } from '../components/LoadFailure';
import { PageSkeleton } from '../components/PageSkeleton';
import { ResourcesHeader } from '../components/ResourcesHeader';
import { useTexts } from '../hooks/useTexts';
import { resourceRouteRef } from '../routes';
import { RunView } from './RunView';
import { useRunFollow } from './useRunFollow';

/** `/resources/runs/:runId` */
export function RunPage() {
  const { runId = '' } = useParams();
  return <FollowedRun key={runId} runId={runId} />;
}

function FollowedRun({ runId }: { runId: string }) {
  const t = useTexts();
  const resourceLink = useRouteRef(resourceRouteRef);
  const { run, feed, connection, error, refetch } = useRunFollow(runId);
  return (
    <>
      <ResourcesHeader
        breadcrumbs={
          run && [
            {
              label: run.resourceName,
              href: resourceLink?.({ resourceId: run.resourceId }) ?? '',
            },
            { label: t('run.breadcrumb'), href: '' },
          ]
        }
      />
      <Container pb="4">
        {run && <RunView run={run} feed={feed} connection={connection} />}
        {!run && error && <LoadFailure error={error} onRetry={refetch} />}
        {!run && !error && <PageSkeleton />}
      </Container>
    </>
  );
}
