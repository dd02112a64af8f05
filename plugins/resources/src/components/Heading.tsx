import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Heading.module.css';

interface HeadingProps {
  title: string;
  badge: ReactNode;
  actions?: ReactNode;
  /** Short facts below the title. */
  facts: Array<{ label: string; value: ReactNode }>;
}

/** What a page is about. */
export function Heading({ title, badge, actions, facts }: HeadingProps) {
  return (
    <header className={styles.root}>
      <div className={styles.line}>
        <div className={styles.title}>
          <Text as="h2" variant="title-medium" weight="bold">
            {title}
          </Text>
          {badge}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
