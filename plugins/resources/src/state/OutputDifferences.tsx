import type { StateComparisonItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { DataTable } from '../components/DataTable';
import { formatValue } from '../format/formatValue';
import { useTexts } from '../hooks/useTexts';

export function OutputDifferences({
  outputs,
}: Pick<StateComparisonItem, 'outputs'>) {
  const t = useTexts();
  return (
    <DataTable
      caption={t('state.compare.outputs')}
      columns={[
        t('state.compare.outputs'),
        t('state.compare.before'),
        t('state.compare.after'),
      ]}
      rows={outputs.map(({ name, kind, sensitive, before, after }) => {
        const side = (value: unknown, isThere: boolean) => {
          if (!isThere) {
            return '–';
          }
          return sensitive ? (
            t('plan.sensitive')
          ) : (
            <Code>{formatValue(value as typeof before)}</Code>
          );
        };
        return {
          id: name,
          cells: [
            name,
            side(before, kind !== 'added'),
            side(after, kind !== 'removed'),
          ],
        };
      })}
    />
  );
}
