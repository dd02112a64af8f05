import type { JsonValue } from '@backstage/types';
import type { ResourceItem } from '../api/ResourcesApi';

/**
 * What the form begins with: what it was filled with last. Where the template has not handed that on, what every form
 * has is known from the resource itself.
 */
export function initialValues(
  resource: ResourceItem,
): Record<string, JsonValue> {
  const { name, environment, owner, costCenter, description, system } =
    resource;
  const known = { name, environment, owner, costCenter, description, system };
  const given = Object.entries({ ...resource.parameters, ...known });
  return Object.fromEntries(
    given.filter(([, value]) => value !== undefined),
  ) as Record<string, JsonValue>;
}
