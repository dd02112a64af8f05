import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { StateVersionItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { ActionDialog } from '../components/ActionDialog';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
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
    <ActionDialog
      title={t('restore.title', { serial: String(version.serial) })}
      action={t('restore.confirm')}
      keep={t('restore.keep')}
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
      error={error}
      failed={t('restore.failed')}
    >
      <Text as="p">
        {t('restore.what', { when: format.dateTime(version.modifiedAt) })}
      </Text>
      <Text as="p">{t('restore.next')}</Text>
    </ActionDialog>
  );
}
