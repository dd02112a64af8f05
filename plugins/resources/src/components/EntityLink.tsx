import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** A link to an entity of the catalog, by its display name. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const entityLink = useEntityRefLink();
  return (
    <Link href={entityLink(entityRef)} title={entityRef} variant="body-medium">
      {primaryTitle}
    </Link>
  );
}
