import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { useEffect } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { QueryProvider } from '../../components/QueryProvider';
import { useTexts } from '../../hooks/useTexts';
import styles from '../field.module.css';
import { renderFieldOption } from '../renderFieldOption';
import { NothingToPick } from './NothingToPick';
import { isAmong, pickFrom } from './pickFrom';
import { PickedList } from './PickedList';
import type { ResourcePickerProps } from './resourcePickerSchema';
import { usePickerOptions } from './usePickerOptions';
import { useResourceOption } from './useResourceOption';

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
  const { typed, setTyped, picked, offered, total, loading, error, retry } =
    usePickerOptions(from, ids);
  const option = useResourceOption(from);

  const choose = (chosen: string[]) =>
    onChange(options.many ? chosen : chosen[0]);

  // What was chosen for another environment is not taken along: the server would refuse it.
  const stale = picked.find(resource => !isAmong(resource, from))?.id;
  useEffect(() => {
    if (stale) {
      choose(ids.filter(id => id !== stale));
    }
  });

  const label = schema.title ?? t('pick.title');
  const nothing = total === 0 && !typed && ids.length === 0;
  const entries =
    offered.length > 0 || loading.state !== 'idle'
      ? offered.map(option)
      : [{ id: '', label: t('pick.noMatch'), disabled: true }];
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema['ui:description'] ?? schema.description}
      required={required}
      disabled={props.disabled}
    >
      <Select
        id={props.idSchema?.$id}
        className={styles.field}
        label={label}
        secondaryLabel={required ? t('pick.required') : undefined}
        isRequired={required}
        isDisabled={props.disabled || from.waiting || nothing}
        isInvalid={rawErrors && rawErrors.length > 0}
        placeholder={t(from.waiting ? 'pick.waiting' : 'pick.choose')}
        selectionMode={options.many ? 'multiple' : 'single'}
        items={entries}
        value={options.many ? ids : ids[0] ?? null}
        onChange={chosen => {
          choose([chosen ?? []].flat().map(String));
          // A list of several stays open for the next one, which is searched for anew; Escape then closes it.
          setTyped('');
        }}
        onOpenChange={open => !open && setTyped('')}
        search={{
          mode: 'server',
          inputValue: typed,
          onInputChange: setTyped,
          placeholder: t('pick.search'),
        }}
        loading={loading}
      >
        {renderFieldOption}
      </Select>
      {options.many && ids.length > 0 && (
        <PickedList
          label={label}
          ids={ids}
          resources={picked}
          onRemove={gone => choose(ids.filter(id => !gone.has(id)))}
        />
      )}
      {error && <ErrorPanel error={error} onRetry={retry} />}
      {nothing && <NothingToPick from={from} template={options.template} />}
    </ScaffolderField>
  );
}
