import { useId } from 'react';
import type { RunProgressItem } from '../api/ResourcesApi';
import { useTexts } from '../hooks/useTexts';
import styles from './ProgressBar.module.css';

/** How many of the planned changes are done. */
export function ProgressBar({ progress }: { progress: RunProgressItem }) {
  const t = useTexts();
  const labelId = useId();
  const { done, total } = progress;
  const count = t('run.progress.count', {
    done: String(done),
    total: String(total),
  });
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <span id={labelId}>{t('run.progress')}</span>
        <span>{count}</span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={total}
        aria-valuetext={count}
        className={styles.track}
      >
        <div
          className={styles.bar}
          style={{ width: `${total ? (100 * done) / total : 0}%` }}
        />
      </div>
    </div>
  );
}
