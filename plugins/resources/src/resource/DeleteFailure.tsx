import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { conflictingRun } from '../format/conflictingRun';
import { errorKind } from '../format/errorKind';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';

/** Why a resource was not deleted; where another run is in the way, the way to it. */
export function DeleteFailure({ error }: { error: Error }) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  const runId = conflictingRun(error);
  const kind = errorKind(error);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('delete.failed')}
      description={
        <>
          {runId ? t('delete.conflict') : t(`error.${kind}.advice`)}{' '}
          {t('error.detail', { message: errorMessage(error) })}
        </>
      }
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
