import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
} from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { DialogHeading } from '../components/DialogHeading';
import { Muted } from '../components/Muted';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import { Changelog } from './Changelog';
import styles from './Changelog.module.css';
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
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={600}>
      <DialogHeading>{t('upgrade.dialog', versions)}</DialogHeading>
      <DialogBody>
        <div className={styles.root}>
          {upgrade.changelog.length > 0 ? (
            <Changelog entries={upgrade.changelog} />
          ) : (
            <Muted>{t('upgrade.noChangelog')}</Muted>
          )}
          <Text as="p">{t('upgrade.intro')}</Text>
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('upgrade.failed')}
              description={t('error.detail', { message: errorMessage(error) })}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('decide.back')}
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => mutate()}
        >
          {t('upgrade.plan')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
