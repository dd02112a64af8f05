import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { resourceRouteRef } from '../routes';

/** A link to the page of a resource. */
export function ResourceLink({ id, name }: { id: string; name: string }) {
  const resourceLink = useRouteRef(resourceRouteRef);
  return (
    <Link href={resourceLink?.({ resourceId: id }) ?? ''} variant="body-medium">
      {name}
    </Link>
  );
}
