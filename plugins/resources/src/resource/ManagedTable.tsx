import type { ResourceItem } from '../api/ResourcesApi';
import { Address } from '../components/Address';
import { Code } from '../components/Code';
import { DataTable } from '../components/DataTable';
import { useTexts } from '../hooks/useTexts';

/** What Terraform keeps, by its address and by its id in AWS. */
export function ManagedTable({ managed }: Pick<ResourceItem, 'managed'>) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('resource.managed.caption')}
      columns={[t('resource.column.address'), t('resource.column.id')]}
      rows={managed.map(({ address, id, arn }) => ({
        id: address,
        cells: [<Address address={address} />, <Code>{arn ?? id}</Code>],
      }))}
    />
  );
}
