import type { Manifest } from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import type { Stores } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/** @throws ResourceConflictError when the inventory has what is to be adopted already. */
export async function checkUnmanaged(
  stores: Pick<Stores, 'resources'>,
  resource: ResourceRecord,
  manifest: Manifest,
  caller: Caller,
): Promise<void> {
  const { adoptedId, account, region, type } = resource;
  if (adoptedId === undefined || !manifest.adopt) {
    return;
  }
  const holder = await stores.resources.findManaging({
    account,
    region,
    type,
    output: manifest.adopt.output,
    id: adoptedId,
  });
  if (!holder) {
    return;
  }
  const visible = await stores.resources.get(holder.id, readScope(caller));
  throw new ResourceConflictError(
    visible
      ? `adopt.id: '${adoptedId}' is managed already, as ${type} '${holder.name}' (${holder.environment})`
      : `adopt.id: '${adoptedId}' is managed already`,
    visible ? { resourceId: holder.id, runId: holder.run?.id } : {},
  );
}
