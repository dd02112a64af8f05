import { QueryProvider } from '../../components/QueryProvider';
import { useOptions } from '../../hooks/useOptions';
import { ListField } from '../ListField';
import type { EnvironmentPickerProps } from './fieldSchemas';

/** Chooses one of the environments of the configuration. */
export function EnvironmentPicker(props: EnvironmentPickerProps) {
  return (
    <QueryProvider>
      <Picker {...props} />
    </QueryProvider>
  );
}

function Picker(props: EnvironmentPickerProps) {
  const { data, error, refetch } = useOptions();
  const entries = data?.environments.map(
    ({ name, title, region, account }) => ({
      value: name,
      label: title,
      description: `${region} · ${account}`,
    }),
  );
  return (
    <ListField
      field={props}
      entries={entries}
      preset={entries?.[0]?.value}
      error={error}
      onRetry={refetch}
    />
  );
}
