import type { ReactNode } from 'react';
import styles from './DefinitionList.module.css';

export interface Definition {
  label: string;
  /** Left out when it is undefined. */
  value: ReactNode;
}

/** Names and what they stand for. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className={styles.root}>
      {items
        .filter(({ value }) => value !== undefined)
        .map(({ label, value }) => (
          <div key={label} className={styles.item}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
