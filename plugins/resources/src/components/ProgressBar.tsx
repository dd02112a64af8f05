import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import type { RunProgressItem } from '../api/ResourcesApi';
import { useTexts } from '../hooks/useTexts';
import styles from './ProgressBar.module.css';

/** How many of the planned changes are done. */
export function ProgressBar({ progress }: { progress: RunProgressItem }) {
  const t = useTexts();
  const { done, total } = progress;
  const count = t('run.progress.count', {
    done: String(done),
    total: String(total),
  });
  return (
    <AriaProgressBar
      value={done}
      maxValue={Math.max(total, 1)}
      valueLabel={count}
      className={styles.root}
    >
      {({ percentage }) => (
        <>
          <div className={styles.line}>
            <Label>{t('run.progress')}</Label>
            <span>{count}</span>
          </div>
          <div className={styles.track}>
            <div className={styles.bar} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
