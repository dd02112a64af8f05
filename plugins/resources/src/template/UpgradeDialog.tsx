import { Text } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { ActionDialog } from '../components/ActionDialog';
import { Muted } from '../components/Muted';
import { useTexts } from '../hooks/useTexts';
import { Changelog } from './Changelog';
import { useUpgrade } from './useUpgrade';

interface UpgradeDialogProps {
  resource: ResourceItem;
  upgrade: NonNullable<NonNullable<ResourceItem['template']>['upgrade']>;
  onClose: () => void;
}

/** Says what a newer version of the template brings, and has it planned. */
export function UpgradeDialog(props: UpgradeDialogProps) {
  const { resource, upgrade, onClose } = props;
  const t = useTexts();
  const { mutate, error, isPending } = useUpgrade(resource.id);
  const versions = { from: resource.templateVersion, to: upgrade.version };
  return (
    <ActionDialog
      title={t('upgrade.dialog', versions)}
      width={600}
      action={t('upgrade.plan')}
      keep={t('decide.back')}
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
      error={error}
      failed={t('upgrade.failed')}
    >
      {upgrade.changelog.length > 0 ? (
        <Changelog entries={upgrade.changelog} />
      ) : (
        <Muted>{t('upgrade.noChangelog')}</Muted>
      )}
      <Text as="p">{t('upgrade.intro')}</Text>
    </ActionDialog>
  );
}
