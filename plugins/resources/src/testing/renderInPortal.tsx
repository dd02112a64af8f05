import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { createResourceRouteRef, rootRouteRef } from '../routes';
import { Address } from './Address';
import type { FakeResourcesApi } from './FakeResourcesApi';

export interface RenderOptions {
  api: FakeResourcesApi;
  language?: 'en' | 'pt';
}

/** Draws an element below `/resources`, at an address, over a portal in memory. */
export function renderInPortal(
  element: JSX.Element,
  address: string,
  { api, language = 'en' }: RenderOptions,
): UserEvent {
  localStorage.setItem('language', language);
  renderInTestApp(
    <>
      {element}
      <Address />
    </>,
    {
      mountPath: '/resources',
      initialRouteEntries: [address],
      mountedRoutes: {
        '/resources': rootRouteRef,
        '/create': createResourceRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [[resourcesApiRef, api]],
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [
            {
              'api:app/app-language': {
                config: { availableLanguages: ['en', 'pt'] },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost' },
      },
    },
  );
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}
