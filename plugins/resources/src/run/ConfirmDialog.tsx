import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
  TextField,
} from '@backstage/ui';
import { isDestructive } from '@terrastage/plugin-resources-common';
import { type FormEvent, useId, useState } from 'react';
import type { PlanSummaryItem, RunItem } from '../api/ResourcesApi';
import { ChangeCounts } from '../components/ChangeCounts';
import { DialogHeading } from '../components/DialogHeading';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import styles from './CancelDialog.module.css';
import { useDecide } from './useDecide';

interface ConfirmDialogProps {
  run: RunItem;
  summary: PlanSummaryItem;
  planDigest: string;
  onClose: () => void;
}

/** Asks before a plan is applied; for the resource's name, where the plan takes something away. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { run, summary, planDigest, onClose } = props;
  const t = useTexts();
  const formId = useId();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useDecide(run.id, onClose);
  const destructive = isDestructive(summary);
  const ready = !destructive || typed === run.resourceName;
  const lost = summary.changes.filter(
    ({ action }) => action === 'replace' || action === 'delete',
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !isPending) {
      const name = destructive ? typed : undefined;
      mutate({ act: 'confirm', planDigest, name });
    }
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={560}>
      <DialogHeading>
        {t('decide.confirmTitle', { name: run.resourceName })}
      </DialogHeading>
      <DialogBody>
        <form id={formId} onSubmit={submit} className={styles.body}>
          <ChangeCounts summary={summary} />
          <Text as="p">{t('decide.confirmIntro')}</Text>
          {destructive && (
            <>
              <Alert
                status="danger"
                icon
                title={t('decide.destructive')}
                description={
                  <ul>
                    {lost.map(({ address, action }) => (
                      <li key={address}>
                        {t(`action.${action}`)}: {address}
                      </li>
                    ))}
                  </ul>
                }
              />
              <TextField
                label={t('delete.typeName', { name: run.resourceName })}
                description={typed && !ready ? t('delete.mismatch') : undefined}
                value={typed}
                onChange={setTyped}
                autoComplete="off"
                spellCheck="false"
              />
            </>
          )}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('decide.failed')}
              description={t('error.detail', { message: errorMessage(error) })}
            />
          )}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('decide.back')}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          destructive={destructive}
          isDisabled={!ready}
          isPending={isPending}
        >
          {t('decide.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
