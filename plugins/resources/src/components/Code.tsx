import type { PropsWithChildren } from 'react';
import styles from './Code.module.css';

/** A value as a program writes it. Line ends stay; it breaks where it must. */
export function Code({ children }: PropsWithChildren<{}>) {
  return <code className={styles.root}>{children}</code>;
}
