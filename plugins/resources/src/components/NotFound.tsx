import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiGhostLine } from '@remixicon/react';
import { useTexts } from '../hooks/useTexts';
import { rootRouteRef } from '../routes';
import { EmptyState } from './EmptyState';

/** What does not exist and what is another team's look alike. */
export function NotFound() {
  const t = useTexts();
  const root = useRouteRef(rootRouteRef)?.() ?? '/resources';
  return (
    <EmptyState
      icon={<RiGhostLine />}
      title={t('error.notFound.title')}
      advice={t('error.notFound.advice')}
      action={
        <ButtonLink href={root} variant="secondary">
          {t('resource.back')}
        </ButtonLink>
      }
    />
  );
}
