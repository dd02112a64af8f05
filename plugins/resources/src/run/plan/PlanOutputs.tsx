import { Text } from '@backstage/ui';
import type { PlanItem } from '../../api/ResourcesApi';
import { Code } from '../../components/Code';
import { useTexts } from '../../hooks/useTexts';
import styles from './PlanGroupList.module.css';

/** Outputs that change with the plan. */
export function PlanOutputs({ plan }: { plan: PlanItem }) {
  const t = useTexts();
  const changed = plan.outputs.filter(({ action }) => action !== 'no-op');
  return changed.length === 0 ? null : (
    <div>
      <Text
        as="h4"
        variant="body-medium"
        weight="bold"
        className={styles.title}
      >
        {t('plan.outputs')} ({changed.length})
      </Text>
      <ul className={styles.list}>
        {changed.map(({ name, action, sensitive }) => (
          <li key={name}>
            <Code>{name}</Code> · {t(`action.${action}`)}
            {sensitive && ` (${t('plan.sensitive')})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
