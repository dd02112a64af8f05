import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import resourcesPlugin, { resourcesApiRef } from '.';
import { aResource } from './testing/aResource';
import { FakeResourcesApi } from './testing/FakeResourcesApi';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'invoices-k3x9ab', annotations },
});

describe('the plugin', () => {
  it('puts its pages at /resources and into the navigation', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });

    renderTestApp({
      features: [resourcesPlugin],
      initialRouteEntries: ['/resources'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[resourcesApiRef, api]],
    });

    expect(
      await screen.findByRole('link', { name: 'invoices' }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('link', { name: 'Resources' })[0],
    ).toHaveAttribute('href', '/resources');
  });

  it('puts a tab on catalog entities that stand for a resource, and on no other', () => {
    const content = createExtensionTester(
      resourcesPlugin.getExtension('entity-content:resources/resource'),
    );
    const filter = content.get(EntityContentBlueprint.dataRefs.filterFunction);

    expect(
      filter?.(entity({ 'terrastage.io/resource-id': 'resource-invoices' })),
    ).toBe(true);
    expect(filter?.(entity({}))).toBe(false);
  });
});
