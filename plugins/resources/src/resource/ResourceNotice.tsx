import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import type { ResourceItem, RunListItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { ProgressBar } from '../components/ProgressBar';
import { isChanging } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';

interface ResourceNoticeProps {
  resource: ResourceItem;
  runs: RunListItem[];
}

/** What the reader has to know first: a run that is going on, or a state that asks for a person. */
export function ResourceNotice({ resource, runs }: ResourceNoticeProps) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  const { run } = resource;
  const open = (text: string) =>
    run && (
      <ButtonLink
        size="small"
        variant="secondary"
        href={runLink?.({ runId: run.id }) ?? ''}
      >
        {text}
      </ButtonLink>
    );

  if (run?.status === 'awaiting_approval') {
    return (
      <Notice
        status="warning"
        title={t('change.waits')}
        customActions={open(t('change.read'))}
      />
    );
  }
  if (isChanging(resource) && run) {
    const progress = runs.find(({ id }) => id === run.id)?.progress;
    return (
      <Notice
        status="info"
        title={t('resource.run.active', {
          operation: t(`operation.${run.operation}`),
          status: t(`runStatus.${run.status}`),
        })}
        description={progress && <ProgressBar progress={progress} />}
        customActions={open(t('resource.run.open'))}
      />
    );
  }
  switch (resource.status) {
    case 'failed':
      return (
        <Notice
          status="danger"
          title={t('resource.failed.title')}
          description={t('resource.failed.advice')}
          customActions={open(t('resource.openRun'))}
        />
      );
    case 'needs_attention':
      return (
        <Notice
          status="warning"
          title={t('resource.needsAttention.title')}
          description={t('resource.needsAttention.advice')}
          customActions={open(t('resource.openRun'))}
        />
      );
    case 'deleted':
      return (
        <Notice
          status="info"
          title={t('resource.deleted.title')}
          description={t('resource.deleted.advice')}
          customActions={open(t('resource.openRun'))}
        />
      );
    default:
      return null;
  }
}
