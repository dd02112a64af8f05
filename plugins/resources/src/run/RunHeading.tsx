import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { RiStopCircleLine } from '@remixicon/react';
import { useState } from 'react';
import type { RunItem } from '../api/ResourcesApi';
import { EntityLink } from '../components/EntityLink';
import { EnvironmentName } from '../components/EnvironmentName';
import { Heading } from '../components/Heading';
import { Relative } from '../components/Relative';
import { RunDuration } from '../components/RunDuration';
import { RunStatusBadge } from '../components/RunStatusBadge';
import { useFormat } from '../hooks/useFormat';
import { isActive } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { resourceRouteRef, runRouteRef } from '../routes';
import { CancelDialog } from './CancelDialog';

export function RunHeading({ run }: { run: RunItem }) {
  const t = useTexts();
  const format = useFormat();
  const resourceLink = useRouteRef(resourceRouteRef);
  const runLink = useRouteRef(runRouteRef);
  const [canceling, setCanceling] = useState(false);
  const asked = run.cancelRequestedAt !== undefined;
  const active = isActive(run);

  return (
    <>
      <Heading
        title={t(`run.title.${run.operation}`, { name: run.resourceName })}
        badge={<RunStatusBadge status={run.status} />}
        facts={[
          {
            label: t('run.resource'),
            value: (
              <Link
                variant="body-medium"
                href={resourceLink?.({ resourceId: run.resourceId }) ?? ''}
              >
                {run.resourceName}
              </Link>
            ),
          },
          {
            label: t('resource.environment'),
            value: <EnvironmentName name={run.environment} />,
          },
          {
            label: t('run.requestedBy'),
            value: <EntityLink entityRef={run.requestedBy} />,
          },
          { label: t('run.created'), value: <Relative time={run.createdAt} /> },
          ...(run.startedAt
            ? [
                {
                  label: t(active ? 'run.running' : 'run.duration'),
                  value: <RunDuration run={run} />,
                },
              ]
            : []),
          ...(run.usage
            ? [
                {
                  label: t('run.memory'),
                  value: format.megabytes(run.usage.maxRssBytes),
                },
              ]
            : []),
          ...(run.versions
            ? [
                {
                  label: t('upgrade.versions'),
                  value: t('upgrade.fromTo', run.versions),
                },
              ]
            : []),
          ...(run.retryOf
            ? [
                {
                  label: t('retry.of'),
                  value: (
                    <Link
                      variant="body-medium"
                      href={runLink?.({ runId: run.retryOf }) ?? ''}
                    >
                      {t('retry.run')}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(run.decision
            ? [
                {
                  label: t(`decide.${run.decision.type}By`),
                  value: run.decision.by ? (
                    <EntityLink entityRef={run.decision.by} />
                  ) : (
                    t('decide.late')
                  ),
                },
              ]
            : []),
          ...(run.attempt > (run.decision ? 2 : 1)
            ? [{ label: t('run.attempt'), value: run.attempt }]
            : []),
        ]}
        actions={
          active &&
          !run.actions.decide &&
          (run.cancelable || asked) && (
            <Button
              size="small"
              variant="secondary"
              destructive
              iconStart={<RiStopCircleLine />}
              isDisabled={asked}
              onPress={() => setCanceling(true)}
            >
              {t(asked ? 'run.canceling' : 'run.cancel')}
            </Button>
          )
        }
      />
      {canceling && (
        <CancelDialog run={run} onClose={() => setCanceling(false)} />
      )}
    </>
  );
}
