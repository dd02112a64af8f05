import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { useState } from 'react';
import type { ResourceItem, StateVersionItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { DataTable } from '../components/DataTable';
import { Muted } from '../components/Muted';
import { Relative } from '../components/Relative';
import { StatusBadge } from '../components/StatusBadge';
import { useOptions } from '../hooks/useOptions';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import { RestoreDialog } from './RestoreDialog';
import { runRouteRef } from '../routes';

interface VersionsTableProps {
  resource: ResourceItem;
  versions: StateVersionItem[];
  onCompare: (versions: { from: string; to: string }) => void;
}

export function VersionsTable(props: VersionsTableProps) {
  const t = useTexts();
  const format = useFormat();
  const { resource, versions, onCompare } = props;
  const { data: options } = useOptions();
  const [restoring, setRestoring] = useState<StateVersionItem>();
  const isRestorable = (version: StateVersionItem) =>
    options?.admin &&
    version.kind === 'state' &&
    !version.current &&
    version.lineage === resource.state.lineage &&
    resource.status !== 'deleted';
  const current = versions.find(
    each => each.current && each.kind === 'state',
  )?.versionId;
  return (
    <>
      <DataTable
        caption={t('state.versions.caption')}
        columns={[
          t('state.versions.serial'),
          t('state.versions.when'),
          t('state.versions.by'),
          t('state.versions.holds'),
          t('state.versions.size'),
          t('state.versions.actions'),
        ]}
        rows={versions.map(version => ({
          id: version.versionId,
          cells: [
            <SerialCell version={version} />,
            <Relative time={version.modifiedAt} />,
            <WriterCell version={version} />,
            <ContentCell version={version} lineage={resource.state.lineage} />,
            version.kind === 'deleted' ? null : format.bytes(version.size),
            <>
              {version.kind === 'state' && current && !version.current && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() =>
                    onCompare({ from: version.versionId, to: current })
                  }
                >
                  {t('state.versions.compare')}
                </Button>
              )}
              {isRestorable(version) && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => setRestoring(version)}
                >
                  {t('state.versions.restore')}
                </Button>
              )}
            </>,
          ],
        }))}
      />
      {restoring && (
        <RestoreDialog
          resourceId={resource.id}
          version={restoring}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </>
  );
}

function SerialCell({ version }: { version: StateVersionItem }) {
  const t = useTexts();
  return (
    <>
      <Code>{version.serial ?? '–'}</Code>{' '}
      {version.current && (
        <StatusBadge tone={version.kind === 'state' ? 'positive' : 'negative'}>
          {t('state.versions.current')}
        </StatusBadge>
      )}
    </>
  );
}

function WriterCell({ version: { run } }: { version: StateVersionItem }) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  return run ? (
    <Link variant="body-medium" href={runLink?.({ runId: run.id }) ?? ''}>
      {t(`operation.${run.operation}`)}
    </Link>
  ) : (
    <Muted>{t('state.versions.byHand')}</Muted>
  );
}

function ContentCell({
  version,
  lineage,
}: {
  version: StateVersionItem;
  lineage?: string;
}) {
  const t = useTexts();
  if (version.kind !== 'state') {
    return (
      <StatusBadge tone="warning">
        {t(`state.kind.${version.kind}`)}
      </StatusBadge>
    );
  }
  return (
    <>
      {t('state.versions.managed', { count: version.managed ?? 0 })}{' '}
      {lineage && version.lineage !== lineage && (
        <StatusBadge tone="warning">{t('state.versions.foreign')}</StatusBadge>
      )}
    </>
  );
}
