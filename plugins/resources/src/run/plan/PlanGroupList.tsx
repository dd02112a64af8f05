import { Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { ChangeRow } from './ChangeRow';
import type { PlanGroup } from './planGroups';
import styles from './PlanGroupList.module.css';

interface PlanGroupListProps {
  group: PlanGroup;
  isExpanded: (address: string) => boolean;
  onToggle: (address: string) => void;
}

/** The changes of one kind. */
export function PlanGroupList(props: PlanGroupListProps) {
  const t = useTexts();
  const { action, changes } = props.group;
  return (
    <div>
      <Text
        as="h4"
        variant="body-medium"
        weight="bold"
        className={styles.title}
      >
        {t(`action.${action}`)} ({changes.length})
      </Text>
      <ul className={styles.list}>
        {changes.map(change => (
          <li key={change.address}>
            <ChangeRow
              change={change}
              isExpanded={props.isExpanded(change.address)}
              onToggle={() => props.onToggle(change.address)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
