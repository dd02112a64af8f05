import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { StateVersionItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { DialogHeading } from '../components/DialogHeading';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import styles from '../resource/DeleteDialog.module.css';
import { StateRunFailure } from './StateRunFailure';
import { useStateRun } from './useStateRun';

interface RestoreDialogProps {
  resourceId: string;
  version: StateVersionItem;
  onClose: () => void;
}

/** Says what a restore does before its plan is made. */
export function RestoreDialog(props: RestoreDialogProps) {
  const t = useTexts();
  const format = useFormat();
  const api = useApi(resourcesApiRef);
  const { resourceId, version, onClose } = props;
  const { versionId } = version;
  const { mutate, error, isPending } = useStateRun(options =>
    api.restoreState(resourceId, { versionId }, options),
  );
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeading>
        {t('restore.title', { serial: String(version.serial) })}
      </DialogHeading>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p">
            {t('restore.what', { when: format.dateTime(version.modifiedAt) })}
          </Text>
          <Text as="p">{t('restore.next')}</Text>
          {error && (
            <StateRunFailure error={error} title={t('restore.failed')} />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('restore.keep')}
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => mutate()}
        >
          {t('restore.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
