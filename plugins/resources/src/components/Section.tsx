import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
}

/** A titled card of a page. */
export function Section({
  title,
  actions,
  children,
}: PropsWithChildren<SectionProps>) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.root}>
      <Card>
        <CardHeader>
          <div className={styles.header}>
            <Text as="h3" variant="title-x-small" weight="bold" id={titleId}>
              {title}
            </Text>
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>
        </CardHeader>
        <CardBody>{children}</CardBody>
      </Card>
    </section>
  );
}
