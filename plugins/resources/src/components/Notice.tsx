import { Alert, type AlertProps } from '@backstage/ui';
import styles from './Notice.module.css';

/** Something that the reader has to know, and what can be done about it: below the text where there is no room beside it. */
export function Notice(props: Omit<AlertProps, 'icon' | 'className'>) {
  return <Alert icon className={styles.notice} {...props} />;
}
