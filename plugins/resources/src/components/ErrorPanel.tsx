import { Button } from '@backstage/ui';
import { errorKind } from '../format/errorKind';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import styles from './ErrorPanel.module.css';
import { Notice } from './Notice';

interface ErrorPanelProps {
  error: Error;
  onRetry: () => void;
}

/** What failed, what to do, the portal's own words, and a way to try again. */
export function ErrorPanel({ error, onRetry }: ErrorPanelProps) {
  const t = useTexts();
  const kind = errorKind(error);
  return (
    <Notice
      role="alert"
      status="danger"
      title={t(`error.${kind}.title`)}
      description={
        <>
          <p className={styles.line}>{t(`error.${kind}.advice`)}</p>
          <p className={styles.detail}>
            {t('error.detail', { message: errorMessage(error) })}
          </p>
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
