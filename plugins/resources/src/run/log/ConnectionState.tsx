import { useTexts } from '../../hooks/useTexts';
import type { Connection } from '../followRun';
import styles from './ConnectionState.module.css';

/** Whether what is shown is live. */
export function ConnectionState({ connection }: { connection: Connection }) {
  const t = useTexts();
  return (
    <span role="status" className={`${styles.root} ${styles[connection]}`}>
      {t(`connection.${connection}`)}
    </span>
  );
}
