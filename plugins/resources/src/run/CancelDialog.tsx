import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
} from '@backstage/ui';
import type { RunItem } from '../api/ResourcesApi';
import { DialogHeading } from '../components/DialogHeading';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import styles from './CancelDialog.module.css';
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
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeading>{t('run.cancel.title')}</DialogHeading>
      <DialogBody>
        <div className={styles.body}>
          <Text as="p">{t(`run.cancel.${phaseOf(run)}`)}</Text>
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('run.cancel.failed')}
              description={t('error.detail', { message: errorMessage(error) })}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('run.cancel.keep')}
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={isPending}
          onPress={() => mutate()}
        >
          {t('run.cancel.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
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
