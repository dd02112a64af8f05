import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ResourceListItem } from '../api/ResourcesApi';
import { ResourceStatusBadge } from '../components/ResourceStatusBadge';
import { isChanging } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';

/** The status; while a run works on the resource, or when one has failed, it leads to the run. */
export function StatusCell({ resource }: { resource: ResourceListItem }) {
  const t = useTexts();
  const runLink = useRouteRef(runRouteRef);
  const { run, status } = resource;
  const badge = <ResourceStatusBadge status={status} />;
  const tells =
    isChanging(resource) || status === 'failed' || status === 'needs_attention';

  return run && tells ? (
    <Link
      href={runLink?.({ runId: run.id }) ?? ''}
      title={t('list.openRun', { name: resource.name })}
      standalone
    >
      {badge}
    </Link>
  ) : (
    badge
  );
}
