import { InputError, NotAllowedError } from '@backstage/errors';
import {
  expiryExtendPermission,
  type ExtendResourceRequest,
  type ResourceDetail,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { InventoryService } from '../inventory/InventoryService';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { checkLifetime } from './checkLifetime';

const DAY = 86_400_000;

export interface ResourceExtenderOptions {
  database: Database;
  config: ResourcesConfig;
  inventory: InventoryService;
  now: () => Date;
}

/** Lets resources live longer. It is no run: Terraform has nothing to do with it. */
export class ResourceExtender {
  constructor(private readonly options: ResourceExtenderOptions) {}

  /**
   * @throws ResourceNotFoundError, NotAllowedError, InputError for a time that is no extension or beyond what the
   * environment allows, ResourceConflictError for a resource that never expires or is gone.
   */
  async extend(
    id: string,
    request: ExtendResourceRequest,
    caller: Caller,
  ): Promise<ResourceDetail> {
    const { database, config, inventory, now } = this.options;
    const found = await database.stores.resources.get(id, readScope(caller));
    if (!found) {
      throw new ResourceNotFoundError();
    }
    if (!caller.rights.may(expiryExtendPermission, found)) {
      throw new NotAllowedError(
        'Only a user of the owner’s group may extend a resource',
      );
    }
    await database.transaction(async stores => {
      const resource = await stores.resources.lock(id);
      const expiresAt = extended(resource, request, now());
      const environment = config.environments[resource.environment];
      if (environment) {
        checkLifetime(
          request.until ? 'until' : 'byDays',
          expiresAt,
          resource.environment,
          environment,
          now(),
        );
      }
      await stores.resources.update(id, { expiresAt }, now());
    });
    return inventory.get(id, caller);
  }
}

function extended(
  { id, status, expiresAt }: ResourceRecord,
  { until, byDays }: ExtendResourceRequest,
  now: Date,
): Date {
  if (['draft', 'deleting', 'deleted'].includes(status)) {
    throw new ResourceConflictError(
      `It is ${status}; there is nothing to extend`,
      {
        resourceId: id,
      },
    );
  }
  if (!expiresAt) {
    throw new ResourceConflictError('It never expires', { resourceId: id });
  }
  const from = Math.max(expiresAt.getTime(), now.getTime());
  const time = until ? new Date(until) : new Date(from + (byDays ?? 0) * DAY);
  if (time.getTime() <= from) {
    throw new InputError(
      `until: ${time.toISOString()} is no later than now and the present expiry, ${expiresAt.toISOString()}`,
    );
  }
  return time;
}
