import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Container, Text } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ResourceItem } from '../api/ResourcesApi';
import { LoadFailure } from '../components/LoadFailure';
import { Notice } from '../components/Notice';
import { PageSkeleton } from '../components/PageSkeleton';
import { ResourcesHeader } from '../components/ResourcesHeader';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import { useResource } from '../resource/useResource';
import { resourceRouteRef } from '../routes';

/** The scaffolder's form is large, and no other page needs it. */
const ChangeForm = lazy(() =>
  import('./ChangeForm').then(module => ({ default: module.ChangeForm })),
);

/** `/resources/:resourceId/change` */
export function ChangePage() {
  const t = useTexts();
  const { resourceId = '' } = useParams();
  const resourceLink = useRouteRef(resourceRouteRef);
  const { data, error, refetch } = useResource(resourceId);
  const [first, setFirst] = useState<ResourceItem>();
  // What is typed must not be lost to a resource that is read again.
  if (data && !first) {
    setFirst(data);
  }
  const href = resourceLink?.({ resourceId }) ?? '';
  return (
    <>
      <ResourcesHeader
        breadcrumbs={
          first && [
            { label: first.name, href },
            { label: t('change.breadcrumb'), href: '' },
          ]
        }
      />
      <Container pb="4">
        {!first && error && <LoadFailure error={error} onRetry={refetch} />}
        {!first && !error && <PageSkeleton />}
        {first && (
          <Section title={t('change.title', { name: first.name })}>
            {first.actions.change && first.templateRef ? (
              <>
                <Text as="p">{t('change.intro')}</Text>
                {!first.parameters && (
                  <Notice status="warning" title={t('change.unknown')} />
                )}
                <Suspense fallback={<PageSkeleton />}>
                  <ChangeForm
                    resource={first}
                    templateRef={first.templateRef}
                  />
                </Suspense>
              </>
            ) : (
              <Notice
                status="warning"
                title={t('change.impossible')}
                customActions={
                  <ButtonLink size="small" variant="secondary" href={href}>
                    {t('run.openResource')}
                  </ButtonLink>
                }
              />
            )}
          </Section>
        )}
      </Container>
    </>
  );
}
