import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { QueryProvider } from '../../components/QueryProvider';
import { useTexts } from '../../hooks/useTexts';
import styles from '../field.module.css';
import { NothingToPick } from './NothingToPick';
import { isAmong, pickFrom } from './pickFrom';
import { PickedList } from './PickedList';
import type { ResourcePickerProps } from './resourcePickerSchema';
import { usePickable } from './usePickable';
import { usePicked } from './usePicked';
import { useResourceOption } from './useResourceOption';
import { useSearchText } from './useSearchText';

/** Chooses resources of the caller's teams by name. The value is an id, or a list of ids. */
export function ResourcePicker(props: ResourcePickerProps) {
  return (
    <QueryProvider>
      <Picker {...props} />
    </QueryProvider>
  );
}

function Picker(props: ResourcePickerProps) {
  const { schema, uiSchema, formData, onChange, required, rawErrors } = props;
  const t = useTexts();
  const options = uiSchema['ui:options'] ?? {};
  const from = pickFrom(options, props.formContext?.formData);
  const ids = [formData ?? []].flat().filter(Boolean);
  const picked = usePicked(ids);
  const single = options.many ? undefined : picked[0];
  // The list knows the name of what is chosen before it is read by itself; without it the field would be empty for a
  // moment, and its list would open again.
  const [last, setLast] = useState<{ id: string; name: string }>();
  const known = single ?? (last && ids[0] === last.id ? last : undefined);
  const { text, setText, search } = useSearchText(
    options.many ? '' : known?.name ?? '',
  );
  const { data, error, isPending, refetch } = usePickable(from, search);
  const option = useResourceOption();

  const choose = (chosen: string[]) =>
    onChange(options.many ? chosen : chosen[0]);

  // What was chosen for another environment is not taken along: the server would refuse it.
  const stale = picked.find(resource => !isAmong(resource, from))?.id;
  useEffect(() => {
    if (stale) {
      choose(ids.filter(id => id !== stale));
    }
  });

  const select = (id: string | null) => {
    if (options.many) {
      setText('');
      if (id) {
        choose([...ids, id]);
      }
    } else {
      setLast(data?.items.find(item => item.id === id));
      choose(id ? [id] : []);
    }
  };
  const offered = (data?.items ?? []).filter(
    item => !options.many || !ids.includes(item.id),
  );
  const label = schema.title ?? t('pick.title');
  const nothing = data?.total === 0 && !search && ids.length === 0;
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema['ui:description'] ?? schema.description}
      required={required}
      disabled={props.disabled}
    >
      <Combobox
        id={props.idSchema?.$id}
        className={styles.field}
        label={label}
        secondaryLabel={required ? t('pick.required') : undefined}
        isRequired={required}
        isDisabled={props.disabled || from.waiting || nothing}
        isInvalid={rawErrors && rawErrors.length > 0}
        placeholder={t(from.waiting ? 'pick.waiting' : 'pick.search')}
        options={offered.map(option)}
        selectedKey={options.many ? null : ids[0] ?? null}
        onSelectionChange={key => select(key === null ? null : String(key))}
        search={{
          inputValue: text,
          onInputChange: setText,
          // The portal has searched.
          filter: () => true,
        }}
        loading={{ state: isPending && !from.waiting ? 'loading' : 'idle' }}
        allowsEmptyCollection
      />
      {options.many && ids.length > 0 && (
        <PickedList
          label={label}
          ids={ids}
          resources={picked}
          onRemove={gone => choose(ids.filter(id => !gone.has(id)))}
        />
      )}
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {nothing && <NothingToPick from={from} template={options.template} />}
    </ScaffolderField>
  );
}
