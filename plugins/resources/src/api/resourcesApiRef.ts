import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ResourcesApi } from './ResourcesApi';

export const resourcesApiRef = createApiRef<ResourcesApi>().with({
  id: 'plugin.resources.service',
  pluginId: 'resources',
});
