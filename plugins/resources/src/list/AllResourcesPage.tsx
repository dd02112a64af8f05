import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';
import { useOptions } from '../hooks/useOptions';
import { rootRouteRef } from '../routes';
import { ResourceListPage } from './ResourceListPage';

/** All resources, for admins; others are led to theirs. */
export function AllResourcesPage() {
  const root = useRouteRef(rootRouteRef)?.() ?? '/resources';
  const { data: options } = useOptions();
  return options && !options.admin ? (
    <Navigate to={root} replace />
  ) : (
    <ResourceListPage mine={false} />
  );
}
