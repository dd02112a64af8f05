import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Muted } from './Muted';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  advice: string;
  action?: ReactNode;
}

/** Says why there is nothing to see, and what to do about it. */
export function EmptyState({ icon, title, advice, action }: EmptyStateProps) {
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Text as="h2" variant="title-small">
        {title}
      </Text>
      <div className={styles.advice}>
        <Muted>{advice}</Muted>
      </div>
      {action}
    </div>
  );
}
