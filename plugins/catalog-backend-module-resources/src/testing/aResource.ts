import { resourceEntityRef } from '@terrastage/plugin-resources-common';
import type { CurrentResource } from '../provider/ResourcesReader';

/** A bucket of team payments, but for what is given. */
export function aResource(
  values: Partial<CurrentResource> = {},
): CurrentResource {
  const name = values.name ?? 'invoices';
  return {
    id: 'r-1',
    type: 's3-bucket',
    name,
    environment: 'dev',
    status: 'active',
    owner: 'group:default/payments',
    region: 'us-east-1',
    entityRef: resourceEntityRef({ name, shortId: 'a1b2c3' }),
    links: [],
    uses: [],
    ...values,
  };
}
