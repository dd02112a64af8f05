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
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeading>{t('decide.discardTitle')}</DialogHeading>
      <DialogBody>
        <div className={styles.body}>
          <Text as="p">{t('decide.discardIntro')}</Text>
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('decide.failed')}
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
          onPress={() => mutate({ act: 'discard' })}
        >
          {t('decide.discard')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
