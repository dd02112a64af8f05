import { Container } from '@backstage/ui';
import { ResourcesHeader } from '../components/ResourcesHeader';
import { ResourceList } from './ResourceList';

/** My resources, or all of them. */
export function ResourceListPage({ mine }: { mine: boolean }) {
  return (
    <>
      <ResourcesHeader tabs />
      <Container pb="4">
        <ResourceList key={String(mine)} mine={mine} />
      </Container>
    </>
  );
}
