import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderInPortal } from '../testing/renderInPortal';
import { useFakeClock } from '../testing/useFakeClock';
import { ResourceEntityContent } from './ResourceEntityContent';

describe('the tab of a catalog entity', () => {
  useFakeClock();

  it('shows the resource that the entity stands for', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'invoices-k3x9ab',
        annotations: { 'terrastage.io/resource-id': 'resource-invoices' },
      },
    };

    renderInPortal(
      <EntityProvider entity={entity}>
        <ResourceEntityContent />
      </EntityProvider>,
      '/resources',
      { api },
    );

    expect(
      await screen.findByRole('heading', { name: 'invoices' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Outputs' })).toBeInTheDocument();
  });
});
