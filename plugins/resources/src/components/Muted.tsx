import type { HTMLAttributes } from 'react';
import styles from './Muted.module.css';

/** Text of less weight. BUI's secondary colour has too little contrast on cards in the dark theme. */
export function Muted(props: HTMLAttributes<HTMLParagraphElement>) {
  return <p {...props} className={styles.root} />;
}
