import { useEntity } from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import { RESOURCE_ID_ANNOTATION } from '@terrastage/plugin-resources-common';
import { QueryProvider } from '../components/QueryProvider';
import { ResourceContent } from './ResourceContent';

/** The resource behind an entity of the catalog, as a tab of that entity. */
export function ResourceEntityContent() {
  const { entity } = useEntity();
  const id = entity.metadata.annotations?.[RESOURCE_ID_ANNOTATION] ?? '';
  return (
    <QueryProvider>
      <Container py="4">
        <ResourceContent resourceId={id} />
      </Container>
    </QueryProvider>
  );
}
