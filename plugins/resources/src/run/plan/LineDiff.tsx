import { VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import type { DiffLine } from './attributeDiff';
import styles from './LineDiff.module.css';

const signs = { same: ' ', removed: '−', added: '+' };

/** A text before and after, by line. */
export function LineDiff({ lines }: { lines: DiffLine[] }) {
  const t = useTexts();
  return (
    <div className={styles.root}>
      {lines.map(({ kind, text }, index) => (
        <div key={index} className={styles[kind]}>
          <span aria-hidden="true" className={styles.sign}>
            {signs[kind]}
          </span>
          {kind !== 'same' && (
            <VisuallyHidden>
              {t(kind === 'removed' ? 'plan.removed' : 'plan.added')}
            </VisuallyHidden>
          )}
          <code>{text}</code>
        </div>
      ))}
    </div>
  );
}
