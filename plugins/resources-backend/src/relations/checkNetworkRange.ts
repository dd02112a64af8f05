import { resourceReadPermission } from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import type { Stores } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/**
 * Called in the transaction that stores the resource, or starts to apply it again: from then on its range is taken.
 *
 * @throws ResourceConflictError naming the range that is in the way, and whose it is where the caller may know.
 */
export async function checkNetworkRange(
  stores: Pick<Stores, 'resources'>,
  resource: ResourceRecord,
  caller: Caller,
): Promise<void> {
  const { networkRange, account } = resource;
  if (networkRange === undefined) {
    return;
  }
  const overlapping = await stores.resources.listOverlapping(resource);
  if (overlapping.length === 0) {
    return;
  }
  const visible = overlapping.find(candidate =>
    caller.rights.may(resourceReadPermission, candidate),
  );
  const other = visible ?? overlapping[0];
  throw new ResourceConflictError(
    visible
      ? `${networkRange} overlaps ${other.networkRange} of ${other.type} '${other.name}' (${other.environment}) in account ${account}; choose another range`
      : `${networkRange} overlaps ${other.networkRange}, which is taken in account ${account}; choose another range`,
    { resourceId: visible?.id },
  );
}
