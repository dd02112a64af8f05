import type { AttributeChange } from '../../api/ResourcesApi';
import { Code } from '../../components/Code';
import { useTexts } from '../../hooks/useTexts';
import { planText } from './planText';
import styles from './PlanValue.module.css';

interface PlanValueProps {
  attribute: AttributeChange;
  side: 'before' | 'after';
}

/** One side of an attribute. What has no value to show says why, in words. */
export function PlanValue({ attribute, side }: PlanValueProps) {
  const t = useTexts();
  const value = attribute[side];
  const sensitive =
    side === 'before' ? attribute.beforeSensitive : attribute.afterSensitive;

  if (sensitive) {
    return <em className={styles.note}>({t('plan.sensitive')})</em>;
  }
  if (side === 'after' && attribute.afterUnknown) {
    return <em className={styles.note}>({t('plan.unknown')})</em>;
  }
  if (value === undefined || value === null) {
    return <em className={styles.note}>({t('plan.notSet')})</em>;
  }
  return (
    <div className={styles.value}>
      <Code>{value === '' ? '""' : planText(value)}</Code>
    </div>
  );
}
