import { Button } from '@backstage/ui';
import { useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { useTexts } from '../hooks/useTexts';
import { UpgradeDialog } from './UpgradeDialog';

/** What has become of a resource's template: a newer version, or its end. */
export function TemplateNotice({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const { template, templateVersion, actions, status } = resource;
  if (!template || status === 'deleted') {
    return null;
  }
  const { retired, deprecated, upgrade } = template;
  const end = retired ?? deprecated;
  return (
    <>
      {end && (
        <Notice
          status="warning"
          title={t(retired ? 'upgrade.retired' : 'upgrade.deprecated', {
            version: end.since,
          })}
          description={`${end.message} ${t(
            retired ? 'upgrade.retiredAdvice' : 'upgrade.deprecatedAdvice',
          )}`}
        />
      )}
      {upgrade && (
        <Notice
          status="info"
          title={t('upgrade.title', {
            from: templateVersion,
            to: upgrade.version,
          })}
          customActions={
            actions.upgrade && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => setOpen(true)}
              >
                {t('upgrade.open')}
              </Button>
            )
          }
        />
      )}
      {open && upgrade && (
        <UpgradeDialog
          resource={resource}
          upgrade={upgrade}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
