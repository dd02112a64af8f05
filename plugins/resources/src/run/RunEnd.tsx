import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { isEmptyPlan } from '@terrastage/plugin-resources-common';
import type { RunItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { type Texts, useTexts } from '../hooks/useTexts';
import { resourceRouteRef } from '../routes';
import { Orphans } from './Orphans';

/** How a run ended when nothing went wrong. */
export function RunEnd({ run }: { run: RunItem }) {
  const t = useTexts();
  const resourceLink = useRouteRef(resourceRouteRef);
  const title = endOf(run, t);
  if (!title) {
    return null;
  }
  const done = run.status === 'applied';
  const orphans = run.orphans ?? [];
  return (
    <Notice
      status={endStatus(run)}
      title={title}
      description={orphans.length > 0 && <Orphans arns={orphans} />}
      customActions={
        done && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={resourceLink?.({ resourceId: run.resourceId }) ?? ''}
          >
            {t('run.openResource')}
          </ButtonLink>
        )
      }
    />
  );
}

const applied = {
  plan: 'applied',
  apply: 'applied',
  adopt: 'applied',
  destroy: 'destroyed',
  unlock: 'unlocked',
  restore: 'restored',
} as const;

function appliedAs({ operation, summary }: RunItem) {
  const isPlain = applied[operation] === 'applied';
  return isPlain && summary && isEmptyPlan(summary)
    ? 'nothing'
    : applied[operation];
}

function endStatus({ status, orphans }: RunItem) {
  if (orphans?.length) {
    return 'warning';
  }
  return status === 'applied' || status === 'planned_and_finished'
    ? 'success'
    : 'info';
}

function endOf(run: RunItem, t: Texts): string | undefined {
  const name = run.resourceName;
  switch (run.status) {
    case 'applied':
      return t(`run.end.${appliedAs(run)}`, { name });
    case 'planned_and_finished':
      return t('run.end.planned');
    case 'canceled':
    case 'discarded':
    case 'policy_denied':
      return t(`run.end.${run.status}`);
    default:
      return undefined;
  }
}
