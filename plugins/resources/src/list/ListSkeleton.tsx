import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../hooks/useTexts';
import styles from './ListSkeleton.module.css';

/** Stands where the table will be. */
export function ListSkeleton() {
  const t = useTexts();
  return (
    <div className={styles.root} aria-busy="true">
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={20} width={row ? '100%' : '60%'} />
      ))}
    </div>
  );
}
