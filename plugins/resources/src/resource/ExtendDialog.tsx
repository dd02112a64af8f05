import { useApi } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { ActionDialog } from '../components/ActionDialog';
import { useFormat } from '../hooks/useFormat';
import { useOptions } from '../hooks/useOptions';
import { useTexts } from '../hooks/useTexts';

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
    <ActionDialog
      title={t('extend.title', { name: resource.name })}
      width={480}
      action={t('extend.confirm')}
      keep={t('extend.keep')}
      isPending={isPending}
      onAction={() => mutate()}
      onClose={onClose}
      error={error}
      failed={t('extend.failed')}
    >
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
    </ActionDialog>
  );
}
