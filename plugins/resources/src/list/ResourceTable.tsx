import { Column, Row, TableBody, TableHeader, TableRoot } from '@backstage/ui';
import type { ResourceListItem } from '../api/ResourcesApi';
import { useTexts } from '../hooks/useTexts';
import { listColumns, type SortDescriptor } from './columns';
import { ResourceCell } from './ResourceCell';
import styles from './ResourceTable.module.css';

interface ResourceTableProps {
  items: ResourceListItem[];
  total: number;
  sort: SortDescriptor;
  onSort: (sort: SortDescriptor) => void;
  /** True while these rows stand in for others that are being read. */
  isStale: boolean;
}

export function ResourceTable(props: ResourceTableProps) {
  const t = useTexts();
  return (
    <div className={styles.scroll}>
      <TableRoot
        aria-label={t('list.caption', { total: String(props.total) })}
        sortDescriptor={props.sort}
        onSortChange={sort => props.onSort(sort as SortDescriptor)}
        stale={props.isStale}
      >
        <TableHeader>
          {listColumns.map(({ id, label }) => (
            <Column key={id} id={id} isRowHeader={id === 'name'} allowsSorting>
              {t(`list.column.${label}`)}
            </Column>
          ))}
        </TableHeader>
        <TableBody items={props.items} dependencies={[t]}>
          {item => (
            <Row id={item.id}>
              {listColumns.map(({ id }) => (
                <ResourceCell key={id} column={id} resource={item} />
              ))}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
