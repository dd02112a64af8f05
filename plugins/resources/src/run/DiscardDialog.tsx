import { Text } from '@backstage/ui';
import type { RunItem } from '../api/ResourcesApi';
import { ActionDialog } from '../components/ActionDialog';
import { useTexts } from '../hooks/useTexts';
import { useDecide } from './useDecide';

interface DiscardDialogProps {
  run: RunItem;
  onClose: () => void;
}

/** Asks before a plan is thrown away. */
export function DiscardDialog({ run, onClose }: DiscardDialogProps) {
  const t = useTexts();
  const { mutate, error, isPending } = useDecide(run.id, onClose);
  return (
    <ActionDialog
      title={t('decide.discardTitle')}
      width={520}
      action={t('decide.discard')}
      keep={t('decide.back')}
      isPending={isPending}
      onAction={() => mutate({ act: 'discard' })}
      onClose={onClose}
      error={error}
      failed={t('decide.failed')}
    >
      <Text as="p">{t('decide.discardIntro')}</Text>
    </ActionDialog>
  );
}
