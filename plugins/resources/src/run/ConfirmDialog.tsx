import { Text, TextField } from '@backstage/ui';
import { isDestructive } from '@terrastage/plugin-resources-common';
import { useState } from 'react';
import type { PlanSummaryItem, RunItem } from '../api/ResourcesApi';
import { ActionDialog } from '../components/ActionDialog';
import { ChangeCounts } from '../components/ChangeCounts';
import { Notice } from '../components/Notice';
import { useTexts } from '../hooks/useTexts';
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
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useDecide(run.id, onClose);
  const destructive = isDestructive(summary);
  const ready = !destructive || typed === run.resourceName;
  const lost = summary.changes.filter(
    ({ action }) => action === 'replace' || action === 'delete',
  );

  return (
    <ActionDialog
      title={t('decide.confirmTitle', { name: run.resourceName })}
      action={t('decide.confirm')}
      keep={t('decide.back')}
      destructive={destructive}
      ready={ready}
      isPending={isPending}
      onAction={() =>
        mutate({
          act: 'confirm',
          planDigest,
          name: destructive ? typed : undefined,
        })
      }
      onClose={onClose}
      error={error}
      failed={t('decide.failed')}
    >
      <ChangeCounts summary={summary} />
      <Text as="p">{t('decide.confirmIntro')}</Text>
      {destructive && (
        <>
          <Notice
            status="danger"
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
    </ActionDialog>
  );
}
