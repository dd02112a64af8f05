import { QueryProvider } from '../../components/QueryProvider';
import { useOptions } from '../../hooks/useOptions';
import { ListField } from '../ListField';
import type { CostCenterPickerProps } from './fieldSchemas';

/** Chooses one of the cost centres of the configuration. */
export function CostCenterPicker(props: CostCenterPickerProps) {
  return (
    <QueryProvider>
      <Picker {...props} />
    </QueryProvider>
  );
}

function Picker(props: CostCenterPickerProps) {
  const { data, error, refetch } = useOptions();
  return (
    <ListField
      field={props}
      entries={data?.costCenters.map(({ name, title }) => ({
        value: name,
        label: title === name ? name : `${name} ${title}`,
      }))}
      error={error}
      onRetry={refetch}
    />
  );
}
