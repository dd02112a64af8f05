import type { AttributeChange } from '../../api/ResourcesApi';
import { Code } from '../../components/Code';
import { useTexts } from '../../hooks/useTexts';
import styles from './AttributeName.module.css';

export function AttributeName({ attribute }: { attribute: AttributeChange }) {
  const t = useTexts();
  return (
    <span className={styles.root}>
      <Code>{attribute.path}</Code>
      {attribute.forcesReplacement && (
        <span className={styles.note}>{t('plan.forcesReplacement')}</span>
      )}
    </span>
  );
}
