import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { ResourcesHeader } from '../components/ResourcesHeader';
import { ResourceContent } from './ResourceContent';
import { useResource } from './useResource';

/** `/resources/:resourceId` */
export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const { data } = useResource(resourceId);
  return (
    <>
      <ResourcesHeader breadcrumbs={data && [{ label: data.name, href: '' }]} />
      <Container pb="4">
        <ResourceContent resourceId={resourceId} />
      </Container>
    </>
  );
}
