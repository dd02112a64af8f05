import { Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { ActionDialog } from '../components/ActionDialog';
import { useTexts } from '../hooks/useTexts';
import styles from './DeleteDialog.module.css';
import { DeleteFailure } from './DeleteFailure';
import { InUse } from './InUse';
import { ManagedTable } from './ManagedTable';
import { useDestroy } from './useDestroy';

interface DeleteDialogProps {
  resource: ResourceItem;
  onClose: () => void;
}

/** Shows what a delete takes away and asks for the resource's name. */
export function DeleteDialog({ resource, onClose }: DeleteDialogProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useDestroy(resource);
  const { name, managed, status, usedBy, usedByOthers } = resource;
  const inUse = usedBy.length + usedByOthers > 0;
  const unsure = status === 'failed' || status === 'needs_attention';

  return (
    <ActionDialog
      title={t('delete.title', { name })}
      width={640}
      action={t('delete.confirm')}
      keep={t('delete.keep')}
      destructive
      ready={typed === name && !inUse}
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
    >
      <Text as="p">
        {managed.length
          ? t('delete.intro', { count: managed.length })
          : t('delete.nothing')}
      </Text>
      {inUse && <InUse resource={resource} />}
      {unsure && <Text as="p">{t('delete.unknown')}</Text>}
      {managed.length > 0 && (
        <div className={styles.list}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('delete.list')}
          </Text>
          <ManagedTable managed={managed} />
        </div>
      )}
      <TextField
        label={t('delete.typeName', { name })}
        description={typed && typed !== name ? t('delete.mismatch') : undefined}
        isDisabled={inUse}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        spellCheck="false"
      />
      {error && <DeleteFailure error={error} />}
    </ActionDialog>
  );
}
