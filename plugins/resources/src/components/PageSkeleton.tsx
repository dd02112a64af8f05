import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../hooks/useTexts';
import styles from './PageSkeleton.module.css';

/** Stands where a resource or a run will be. */
export function PageSkeleton() {
  const t = useTexts();
  return (
    <div className={styles.root} aria-busy="true">
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      <Skeleton width={280} height={28} />
      <Skeleton width="70%" height={18} />
      <Skeleton width="100%" height={180} />
      <Skeleton width="100%" height={180} />
    </div>
  );
}
