import { useRouteRef } from '@backstage/frontend-plugin-api';
import { createResourceRouteRef } from '../routes';

/** The address where a resource is made. */
export function useCreateLink(): string {
  return useRouteRef(createResourceRouteRef)?.() ?? '/create';
}
