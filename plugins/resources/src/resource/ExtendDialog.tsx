import { useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  Select,
  Text,
} from '@backstage/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { DialogHeading } from '../components/DialogHeading';
import { errorMessage } from '../format/errorMessage';
import { useFormat } from '../hooks/useFormat';
import { useOptions } from '../hooks/useOptions';
import { useTexts } from '../hooks/useTexts';
import styles from './DeleteDialog.module.css';

const choices = [7, 30, 90, 180, 365];

interface ExtendDialogProps {
  resource: ResourceItem;
  onClose: () => void;
}

/** Lets a resource live longer, by what its environment allows. */
export function ExtendDialog({ resource, onClose }: ExtendDialogProps) {
  const t = useTexts();
  const format = useFormat();
  const api = useApi(resourcesApiRef);
  const queries = useQueryClient();
  const { data: options } = useOptions();
  const maximum = options?.environments.find(
    ({ name }) => name === resource.environment,
  )?.lifetime.maximumDays;
  const offered = choices.filter(days => days <= (maximum ?? Infinity));
  const [days, setDays] = useState(String(offered[0] ?? choices[0]));
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.extendResource(resource.id, { byDays: Number(days) }),
    onSuccess: async extended => {
      queries.setQueryData(['resource', extended.id], extended);
      await queries.invalidateQueries({ queryKey: ['resources'] });
      onClose();
    },
  });

  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={480}>
      <DialogHeading>
        {t('extend.title', { name: resource.name })}
      </DialogHeading>
      <DialogBody>
        <div className={styles.form}>
          <Text as="p">
            {t('extend.now', {
              when: resource.expiresAt
                ? format.dateTime(resource.expiresAt)
                : t('list.neverExpires'),
            })}
          </Text>
          <Select
            label={t('extend.by')}
            options={offered.map(count => ({
              id: String(count),
              label: t('extend.days', { count }),
            }))}
            value={days}
            onChange={value => setDays(String(value))}
          />
          {maximum !== undefined && (
            <Text as="p">{t('extend.maximum', { days: String(maximum) })}</Text>
          )}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('extend.failed')}
              description={t('error.detail', { message: errorMessage(error) })}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('extend.keep')}
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => mutate()}
        >
          {t('extend.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
