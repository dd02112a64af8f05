import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { Notice } from '../components/Notice';
import { ResourceLinks } from '../components/ResourceLinks';
import { conflictingDependents } from '../format/conflictingDependents';
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
  const dependents = conflictingDependents(error);
  const adviceOf = () => {
    if (runId) {
      return t('delete.conflict');
    }
    return dependents.length
      ? t('relations.inUseAdvice')
      : t(`error.${kind}.advice`);
  };
  return (
    <Notice
      role="alert"
      status="danger"
      title={t('delete.failed')}
      description={
        <>
          {adviceOf()} {t('error.detail', { message: errorMessage(error) })}
          {dependents.length > 0 && (
            <ResourceLinks
              label={t('relations.usedBy')}
              resources={dependents}
            />
          )}
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
