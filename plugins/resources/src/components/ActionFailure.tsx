import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { conflictingRun } from '../format/conflictingRun';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';
import { Notice } from './Notice';

/** Why an action failed; where a run is in the way, the way to it. */
export function ActionFailure({
  error,
  title,
}: {
  error: Error;
  title: string;
}) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  const runId = conflictingRun(error);
  return (
    <Notice
      role="alert"
      status="danger"
      title={title}
      description={t('error.detail', { message: errorMessage(error) })}
      customActions={
        runId && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={runLink?.({ runId }) ?? ''}
          >
            {t('resource.run.open')}
          </ButtonLink>
        )
      }
    />
  );
}
