import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import type { RunItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { conflictingRun } from '../format/conflictingRun';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';
import { useRetry } from './useRetry';

/** Offers to try again what a run did not bring about. */
export function RunRetry({ run }: { run: RunItem }) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  const { mutate, error, isPending, variables } = useRetry(run.id);
  if (!run.actions.retry) {
    return null;
  }
  const runId = error && conflictingRun(error);
  return (
    <>
      <Notice
        status="info"
        title={t(`retry.${run.operation === 'destroy' ? 'destroy' : 'title'}`)}
        description={t('retry.intro')}
        customActions={
          <>
            <Button
              size="small"
              variant="primary"
              iconStart={<RiRestartLine />}
              isDisabled={isPending}
              isPending={isPending && variables === 'same'}
              onPress={() => mutate('same')}
            >
              {t('retry.same')}
            </Button>
            {run.operation === 'apply' && (
              <Button
                size="small"
                variant="secondary"
                isDisabled={isPending}
                isPending={isPending && variables === 'current'}
                onPress={() => mutate('current')}
              >
                {t('retry.current')}
              </Button>
            )}
          </>
        }
      />
      {error && (
        <Notice
          role="alert"
          status="danger"
          title={t('retry.failed')}
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
      )}
    </>
  );
}
