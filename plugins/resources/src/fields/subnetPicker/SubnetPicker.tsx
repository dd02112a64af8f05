import { QueryProvider } from '../../components/QueryProvider';
import { useTexts } from '../../hooks/useTexts';
import { useResource } from '../../resource/useResource';
import { ListField } from '../ListField';
import { readSubnets } from './readSubnets';
import type { SubnetPickerProps } from './subnetPickerSchema';

/**
 * Chooses a subnet of the chosen network by its name, and says for each how a machine in it reaches Systems Manager
 * and what that costs. One from which it cannot be reached is shown and cannot be chosen.
 */
export function SubnetPicker(props: SubnetPickerProps) {
  return (
    <QueryProvider>
      <Picker {...props} />
    </QueryProvider>
  );
}

function Picker(props: SubnetPickerProps) {
  const from = props.uiSchema['ui:options']?.resourceFrom ?? 'vpc';
  const id = props.formContext?.formData?.[from];
  const t = useTexts();
  return id ? (
    <OfNetwork id={id} field={props} />
  ) : (
    <ListField field={props} waiting={t('subnet.waiting')} />
  );
}

function OfNetwork({ id, field }: { id: string; field: SubnetPickerProps }) {
  const t = useTexts();
  const { data, error, refetch } = useResource(id);
  const entries =
    data &&
    readSubnets(data).map(({ name, cidrBlock, zone, reach }) => ({
      value: name,
      label: name,
      description: [zone, cidrBlock, t(`subnet.reach.${reach}`)].join(' · '),
      disabled: reach === 'nothing',
    }));
  return (
    <ListField
      field={field}
      entries={entries}
      preset={entries?.find(({ disabled }) => !disabled)?.value}
      error={error}
      onRetry={refetch}
    />
  );
}
