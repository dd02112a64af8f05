import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { useEffect } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTexts } from '../hooks/useTexts';
import styles from './field.module.css';
import { renderFieldOption } from './renderFieldOption';

export interface ListEntry<T> {
  value: T;
  label: string;
  description?: string;
  disabled?: boolean;
}

interface ListFieldProps<T> {
  field: FieldExtensionComponentProps<T, any>;
  /** Undefined while they are being read. */
  entries?: ReadonlyArray<ListEntry<T>>;
  /** Taken where nothing, or what is no longer in the list, is chosen. */
  preset?: T;
  /** Why there is nothing to choose yet. */
  waiting?: string;
  error?: Error | null;
  onRetry?: () => void;
}

/** A field of a form whose list comes from the portal. */
export function ListField<T extends string | number | boolean>({
  field,
  entries,
  preset,
  waiting,
  error,
  onRetry = () => {},
}: ListFieldProps<T>) {
  const { schema, uiSchema, formData, onChange, required, rawErrors } = field;
  const t = useTexts();
  const known = entries?.some(({ value }) => value === formData);
  const lost = entries !== undefined && formData !== undefined && !known;
  const next = known ? formData : preset;
  useEffect(() => {
    if ((lost || (formData === undefined && entries)) && next !== formData) {
      onChange(next as T);
    }
  });
  return (
    <ScaffolderField
      rawErrors={rawErrors}
      rawDescription={uiSchema['ui:description'] ?? schema.description}
      required={required}
      disabled={field.disabled}
    >
      <Select
        id={field.idSchema?.$id}
        className={styles.field}
        label={schema.title ?? field.name}
        secondaryLabel={required ? t('pick.required') : undefined}
        isRequired={required}
        isDisabled={field.disabled || Boolean(waiting) || !entries?.length}
        isInvalid={rawErrors && rawErrors.length > 0}
        placeholder={
          waiting ?? t(entries?.length === 0 ? 'pick.nothing' : 'pick.choose')
        }
        items={(entries ?? []).map(
          ({ value, label, description, disabled }) => ({
            id: String(value),
            label,
            description,
            disabled,
          }),
        )}
        value={formData === undefined ? null : String(formData)}
        onChange={key =>
          onChange(
            entries?.find(({ value }) => String(value) === String(key))
              ?.value as T,
          )
        }
      >
        {renderFieldOption}
      </Select>
      {error && <ErrorPanel error={error} onRetry={onRetry} />}
    </ScaffolderField>
  );
}
