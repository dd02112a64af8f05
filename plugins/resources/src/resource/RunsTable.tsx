import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { RunListItem } from '../api/ResourcesApi';
import { ChangeCounts } from '../components/ChangeCounts';
import { DataTable } from '../components/DataTable';
import { EntityLink } from '../components/EntityLink';
import { Relative } from '../components/Relative';
import { RunDuration } from '../components/RunDuration';
import { RunStatusBadge } from '../components/RunStatusBadge';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';

export function RunsTable({ runs }: { runs: RunListItem[] }) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  return (
    <DataTable
      caption={t('resource.runs.caption')}
      columns={[
        t('resource.runs.operation'),
        t('resource.runs.status'),
        t('resource.runs.changes'),
        t('resource.runs.by'),
        t('resource.runs.started'),
        t('resource.runs.duration'),
      ]}
      rows={runs.map(run => ({
        id: run.id,
        cells: [
          <Link
            href={runLink?.({ runId: run.id }) ?? ''}
            variant="body-medium"
            weight="bold"
          >
            {t(`operation.${run.operation}`)}
          </Link>,
          <RunStatusBadge status={run.status} />,
          run.summary && <ChangeCounts summary={run.summary} />,
          <EntityLink entityRef={run.requestedBy} />,
          <Relative time={run.createdAt} />,
          <RunDuration run={run} />,
        ],
      }))}
    />
  );
}
