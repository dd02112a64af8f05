import type { PlanItem } from '../../api/ResourcesApi';
import { Code } from '../../components/Code';
import { Notice } from '../../components/Notice';
import { useTexts } from '../../hooks/useTexts';
import styles from './PlanGroupList.module.css';

/** What somebody changed in AWS behind Terraform's back. */
export function DriftList({ plan }: { plan: PlanItem }) {
  const t = useTexts();
  return (
    <Notice
      status="warning"
      title={t('plan.drift')}
      description={
        <ul className={styles.list}>
          {plan.drift.map(({ address, action, attributes }) => (
            <li key={address}>
              <Code>{address}</Code> · {t(`action.${action}`)}
              {attributes.length > 0 &&
                `: ${attributes.map(({ path }) => path).join(', ')}`}
            </li>
          ))}
        </ul>
      }
    />
  );
}
