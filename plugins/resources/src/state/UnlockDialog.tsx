import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { LockItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { ActionDialog } from '../components/ActionDialog';
import { Code } from '../components/Code';
import { DefinitionList } from '../components/DefinitionList';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
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
    <ActionDialog
      title={t('unlock.title')}
      action={t('unlock.confirm')}
      keep={t('unlock.keep')}
      destructive
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
      error={error}
      failed={t('unlock.failed')}
    >
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
    </ActionDialog>
  );
}
