import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, PluginHeader } from '@backstage/ui';
import { RiAddLine, RiStackLine } from '@remixicon/react';
import { useCreateLink } from '../hooks/useCreateLink';
import { useDocumentTitle } from '../hooks/useDocumentTitle';
import { useOptions } from '../hooks/useOptions';
import { useTexts } from '../hooks/useTexts';
import { allResourcesRouteRef, rootRouteRef } from '../routes';

interface ResourcesHeaderProps {
  /** Shows the lists as tabs; the one of all resources to admins only. */
  tabs?: boolean;
  /** Where one is below the lists. */
  breadcrumbs?: Array<{ label: string; href: string }>;
}

export function ResourcesHeader({ tabs, breadcrumbs }: ResourcesHeaderProps) {
  const t = useTexts();
  const root = useRouteRef(rootRouteRef)?.() ?? '/resources';
  const all = useRouteRef(allResourcesRouteRef)?.() ?? '/resources/all';
  const createLink = useCreateLink();
  const { data: options } = useOptions();
  useDocumentTitle(
    [{ label: t('common.resources') }, ...(breadcrumbs ?? [])].map(
      ({ label }) => label,
    ),
  );

  return (
    <PluginHeader
      title={t('common.resources')}
      titleLink={root}
      icon={<RiStackLine />}
      breadcrumbs={
        breadcrumbs && [
          { label: t('common.resources'), href: root },
          ...breadcrumbs,
        ]
      }
      tabs={
        tabs
          ? [
              { id: 'mine', label: t('list.mine'), href: root },
              ...(options?.admin
                ? [{ id: 'all', label: t('list.all'), href: all }]
                : []),
            ]
          : undefined
      }
      customActions={
        <ButtonLink
          size="small"
          variant="primary"
          href={createLink}
          iconStart={<RiAddLine />}
        >
          {t('list.create')}
        </ButtonLink>
      }
    />
  );
}
