import { Select } from '@backstage/ui';
import { useTexts } from '../hooks/useTexts';
import { listColumns, type SortDescriptor } from './columns';
import styles from './SortSelect.module.css';

interface SortSelectProps {
  sort: SortDescriptor;
  onSort: (sort: SortDescriptor) => void;
}

/** Sorting for windows that are too narrow for the table's header. */
export function SortSelect({ sort, onSort }: SortSelectProps) {
  const t = useTexts();
  const choices = listColumns.flatMap(({ id, label }) =>
    (['ascending', 'descending'] as const).map(direction => ({
      id: `${id} ${direction}`,
      label: `${t(`list.column.${label}`)} ${
        direction === 'ascending' ? '↑' : '↓'
      }`,
      sort: { column: id, direction },
    })),
  );
  return (
    <Select
      className={styles.root}
      size="small"
      label={t('list.sortBy')}
      options={choices.map(({ id, label }) => ({ id, label }))}
      value={`${sort.column} ${sort.direction}`}
      onChange={chosen => {
        const choice = choices.find(({ id }) => id === chosen);
        if (choice) {
          onSort(choice.sort);
        }
      }}
    />
  );
}
