import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Dialog, DialogBody, DialogFooter, Text } from '@backstage/ui';
import type { LockItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { Code } from '../components/Code';
import { DefinitionList } from '../components/DefinitionList';
import { DialogHeading } from '../components/DialogHeading';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import styles from '../resource/DeleteDialog.module.css';
import { StateRunFailure } from './StateRunFailure';
import { useStateRun } from './useStateRun';

interface UnlockDialogProps {
  resourceId: string;
  lock: NonNullable<LockItem['lock']>;
  holder: NonNullable<LockItem['holder']>;
  onClose: () => void;
}

/** Says whose lock goes before it goes. */
export function UnlockDialog(props: UnlockDialogProps) {
  const t = useTexts();
  const format = useFormat();
  const api = useApi(resourcesApiRef);
  const { resourceId, lock, holder, onClose } = props;
  const { mutate, error, isPending } = useStateRun(options =>
    api.unlockResource(resourceId, { lockId: lock.id }, options),
  );
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeading>{t('unlock.title')}</DialogHeading>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p">{t(`lock.${holder}`)}</Text>
          <Text as="p">{t('unlock.what')}</Text>
          <DefinitionList
            items={[
              { label: t('unlock.who'), value: lock.who },
              {
                label: t('unlock.since'),
                value: format.dateTime(lock.created),
              },
              { label: t('unlock.operation'), value: lock.operation },
              { label: t('unlock.id'), value: <Code>{lock.id}</Code> },
            ]}
          />
          {error && (
            <StateRunFailure error={error} title={t('unlock.failed')} />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('unlock.keep')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={isPending}
          onPress={() => mutate()}
        >
          {t('unlock.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
