import { VisuallyHidden } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId } from 'react';
import { Code } from '../../components/Code';
import { useTexts } from '../../hooks/useTexts';
import { AttributeTable } from './AttributeTable';
import styles from './ChangeRow.module.css';
import type { ShownChange } from './planGroups';

const signs: Record<ShownChange['action'], string> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '−',
  import: '→',
  read: '≤',
  'no-op': '=',
};

interface ChangeRowProps {
  change: ShownChange;
  /** What is read out of the change. Default: the name of the action. */
  label?: string;
  isExpanded: boolean;
  onToggle: () => void;
}

/** One thing that changes; opens to its attributes. */
export function ChangeRow({
  change,
  label,
  isExpanded,
  onToggle,
}: ChangeRowProps) {
  const t = useTexts();
  const panelId = useId();
  const { action, address, imported } = change;
  return (
    <div className={`${styles.root} ${styles[action]}`}>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={isExpanded}
        aria-controls={panelId}
        onClick={onToggle}
      >
        {isExpanded ? (
          <RiArrowDownSLine aria-hidden="true" />
        ) : (
          <RiArrowRightSLine aria-hidden="true" />
        )}
        <span className={styles.sign} aria-hidden="true">
          {signs[action]}
        </span>
        <VisuallyHidden>{label ?? t(`action.${action}`)}</VisuallyHidden>
        <Code>{address}</Code>
        {imported && action !== 'import' && (
          <span className={styles.imported}>{t('plan.imported')}</span>
        )}
      </button>
      <div id={panelId} className={styles.panel} hidden={!isExpanded}>
        {isExpanded && <AttributeTable change={change} />}
      </div>
    </div>
  );
}
