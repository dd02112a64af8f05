import type { PlanSummaryItem } from '../api/ResourcesApi';
import { useTexts } from '../hooks/useTexts';
import styles from './ChangeCounts.module.css';

const signs = [
  ['create', '+'],
  ['update', '~'],
  ['replace', '±'],
  ['delete', '−'],
  ['import', '→'],
] as const;

/** How much a plan changes, as Terraform writes it: `+2 ~0 −0`. Rare kinds show only when there are any. */
export function ChangeCounts({ summary }: { summary: PlanSummaryItem }) {
  const t = useTexts();
  const shown = signs.filter(
    ([action]) =>
      summary[action] > 0 || !['replace', 'import'].includes(action),
  );
  const words = shown
    .filter(([action]) => summary[action] > 0)
    .map(([action]) =>
      t(`plan.count.${action}`, { number: String(summary[action]) }),
    )
    .join(', ');
  return (
    <span className={styles.root} role="img" aria-label={words || '0'}>
      {shown.map(([action, sign]) => (
        <span
          key={action}
          className={summary[action] > 0 ? styles[action] : styles.none}
        >
          {sign}
          {summary[action]}
        </span>
      ))}
    </span>
  );
}
