import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, VisuallyHidden } from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiEditLine,
  RiExternalLinkLine,
  RiTimeLine,
} from '@remixicon/react';
import { useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { Age } from '../components/Age';
import { EntityLink } from '../components/EntityLink';
import { EnvironmentName } from '../components/EnvironmentName';
import { Expiry } from '../components/Expiry';
import { Heading } from '../components/Heading';
import { ResourceStatusBadge } from '../components/ResourceStatusBadge';
import { TypeName } from '../components/TypeName';
import { useTexts } from '../hooks/useTexts';
import { changeRouteRef } from '../routes';
import { ExtendDialog } from './ExtendDialog';
import { DeleteDialog } from './DeleteDialog';

export function ResourceHeading({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const changeLink = useRouteRef(changeRouteRef);
  const [deleting, setDeleting] = useState(false);
  const [extending, setExtending] = useState(false);
  const status = t(`resourceStatus.${resource.status}`);

  return (
    <>
      <Heading
        title={resource.name}
        badge={<ResourceStatusBadge status={resource.status} />}
        facts={[
          {
            label: t('resource.type'),
            value: <TypeName name={resource.type} />,
          },
          {
            label: t('resource.environment'),
            value: <EnvironmentName name={resource.environment} />,
          },
          {
            label: t('resource.owner'),
            value: <EntityLink entityRef={resource.owner} />,
          },
          {
            label: t('resource.age'),
            value: <Age since={resource.createdAt} />,
          },
          {
            label: t('resource.expires'),
            value: <Expiry expiresAt={resource.expiresAt} />,
          },
        ]}
        actions={
          <>
            {resource.links.map(({ title, url }) => (
              <ButtonLink
                key={url}
                size="small"
                variant="secondary"
                href={url}
                target="_blank"
                rel="noopener noreferrer"
                iconEnd={<RiExternalLinkLine />}
              >
                {title}
                <VisuallyHidden>({t('common.opensInNewTab')})</VisuallyHidden>
              </ButtonLink>
            ))}
            {resource.actions.change && (
              <ButtonLink
                size="small"
                variant="primary"
                iconStart={<RiEditLine />}
                href={changeLink?.({ resourceId: resource.id }) ?? ''}
              >
                {t('change.button')}
              </ButtonLink>
            )}
            {resource.actions.extend && (
              <Button
                size="small"
                variant="secondary"
                iconStart={<RiTimeLine />}
                onPress={() => setExtending(true)}
              >
                {t('resource.extend')}
              </Button>
            )}
            {resource.actions.destroy && (
              <Button
                size="small"
                variant="secondary"
                destructive
                iconStart={<RiDeleteBinLine />}
                onPress={() => setDeleting(true)}
              >
                {t('resource.delete')}
              </Button>
            )}
          </>
        }
      />
      <VisuallyHidden role="status">
        {t('resource.statusChanged', { name: resource.name, status })}
      </VisuallyHidden>
      {extending && (
        <ExtendDialog resource={resource} onClose={() => setExtending(false)} />
      )}
      {deleting && (
        <DeleteDialog resource={resource} onClose={() => setDeleting(false)} />
      )}
    </>
  );
}
