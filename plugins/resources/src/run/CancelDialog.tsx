import { Text } from '@backstage/ui';
import type { RunItem } from '../api/ResourcesApi';
import { ActionDialog } from '../components/ActionDialog';
import { useTexts } from '../hooks/useTexts';
import { useCancel } from './useCancel';

interface CancelDialogProps {
  run: RunItem;
  onClose: () => void;
}

/** Says what a cancel does at this point of the run, and asks. */
export function CancelDialog({ run, onClose }: CancelDialogProps) {
  const t = useTexts();
  const { mutate, error, isPending } = useCancel(run.id, onClose);
  return (
    <ActionDialog
      title={t('run.cancel.title')}
      width={520}
      action={t('run.cancel.confirm')}
      keep={t('run.cancel.keep')}
      destructive
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
      error={error}
      failed={t('run.cancel.failed')}
    >
      <Text as="p">{t(`run.cancel.${phaseOf(run)}`)}</Text>
    </ActionDialog>
  );
}

function phaseOf({ status }: RunItem): 'queued' | 'planning' | 'applying' {
  switch (status) {
    case 'pending':
      return 'queued';
    case 'planning':
    case 'planned':
    case 'awaiting_approval':
      return 'planning';
    default:
      return 'applying';
  }
}
