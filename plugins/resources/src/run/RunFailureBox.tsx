import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { RunFailureItem, RunItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import { stateRouteRef } from '../routes';
import { failureAdvice } from './failureAdvice';
import { Orphans } from './Orphans';
import styles from './RunFailureBox.module.css';
import { stepTitle } from './stepTitle';

interface RunFailureBoxProps {
  run: RunItem;
  failure: RunFailureItem;
}

/** Why a run failed, in the runner's words, and what to do now. */
export function RunFailureBox({ run, failure }: RunFailureBoxProps) {
  const t = useTexts();
  const format = useFormat();
  const stateLink = useRouteRef(stateRouteRef);
  const attention = run.status === 'needs_attention';
  const failedTitle = failure.step
    ? t('run.failure.titleAt', { step: stepTitle(failure.step, t) })
    : t('run.failure.title');
  return (
    <Notice
      role="alert"
      status={attention ? 'warning' : 'danger'}
      title={attention ? t('run.failure.attention') : failedTitle}
      customActions={
        failure.code === 'locked' && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={stateLink?.({ resourceId: run.resourceId }) ?? ''}
          >
            {t('run.openState')}
          </ButtonLink>
        )
      }
      description={
        <div className={styles.body}>
          <p className={styles.message}>{failure.message}</p>
          {failure.lock && (
            <p>
              {t('run.failure.lock', {
                ...failure.lock,
                since: format.dateTime(failure.lock.created),
              })}
            </p>
          )}
          <p>{failureAdvice(run, t)}</p>
          {run.orphans && run.orphans.length > 0 && (
            <Orphans arns={run.orphans} />
          )}
          <p className={styles.code}>
            {t('run.failure.code', { code: failure.code })}
          </p>
        </div>
      }
    />
  );
}
