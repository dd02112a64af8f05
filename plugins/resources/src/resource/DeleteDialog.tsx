import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Text,
  TextField,
} from '@backstage/ui';
import { type FormEvent, useId, useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { DialogHeading } from '../components/DialogHeading';
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
  const formId = useId();
  const [typed, setTyped] = useState('');
  const { mutate, error, isPending } = useDestroy(resource);
  const { name, managed, status, usedBy, usedByOthers } = resource;
  const inUse = usedBy.length + usedByOthers > 0;
  const matches = typed === name && !inUse;
  const unsure = status === 'failed' || status === 'needs_attention';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !isPending) {
      mutate();
    }
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={640}>
      <DialogHeading>{t('delete.title', { name })}</DialogHeading>
      <DialogBody>
        <form id={formId} onSubmit={submit} className={styles.form}>
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
            description={
              typed && typed !== name ? t('delete.mismatch') : undefined
            }
            isDisabled={inUse}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck="false"
          />
          {error && <DeleteFailure error={error} />}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('delete.keep')}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          destructive
          isDisabled={!matches}
          isPending={isPending}
        >
          {t('delete.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
