import { QueryProvider } from '../../components/QueryProvider';
import { useOptions } from '../../hooks/useOptions';
import { useTexts } from '../../hooks/useTexts';
import { ListField } from '../ListField';
import type { AllowedValuePickerProps } from './fieldSchemas';

/**
 * Chooses one of the values that the configuration allows for a variable in the chosen environment, else of those
 * that the field's own schema has.
 */
export function AllowedValuePicker(props: AllowedValuePickerProps) {
  return (
    <QueryProvider>
      <Picker {...props} />
    </QueryProvider>
  );
}

type Value = string | number | boolean;

function Picker(props: AllowedValuePickerProps) {
  const t = useTexts();
  const { data, error, refetch } = useOptions();
  const options = props.uiSchema['ui:options'];
  const {
    type = '',
    variable = '',
    environmentFrom = 'environment',
  } = options ?? {};
  const chosen = props.formContext?.formData?.[environmentFrom];
  const rules = data?.environments.find(({ name }) => name === chosen)
    ?.resourceTypes[type];
  const own: Value[] =
    props.schema.type === 'boolean'
      ? [false, true]
      : ((props.schema.enum ?? []) as Value[]);
  const values = rules?.limits[variable]?.allowed ?? own;
  const preset = (rules?.defaults[variable] ??
    props.schema.default ??
    values[0]) as Value;
  return (
    <ListField<Value>
      field={props}
      entries={
        data && chosen
          ? values.map(value => ({
              value,
              label: options?.labels?.[String(value)] ?? String(value),
              description: options?.descriptions?.[String(value)],
            }))
          : undefined
      }
      preset={values.includes(preset) ? preset : values[0]}
      waiting={chosen ? undefined : t('pick.waiting')}
      error={error}
      onRetry={refetch}
    />
  );
}
