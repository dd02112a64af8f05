import type { Caller } from '../access/Caller';
import type { Stores } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { usedBy } from './usedBy';

/**
 * The resource must be locked: then whoever would build on it waits, and sees what became of it.
 *
 * @throws ResourceConflictError naming what is built on it.
 */
export async function checkUnused(
  stores: Pick<Stores, 'resources'>,
  resource: ResourceRecord,
  caller: Caller,
): Promise<void> {
  const dependents = await stores.resources.listDependents(resource.id);
  if (dependents.length === 0) {
    return;
  }
  const { usedBy: visible, usedByOthers: others } = usedBy(
    resource.id,
    dependents,
    caller,
  );
  const names = [
    ...visible.map(({ type, name }) => `${type} '${name}'`),
    ...(others > 0 ? [`${others} of other teams`] : []),
  ].join(', ');
  throw new ResourceConflictError(
    `${resource.type} '${resource.name}' is in use by ${names}; delete what uses it first`,
    {
      resourceId: resource.id,
      dependents: visible.map(({ id, name, type, entityRef }) => ({
        id,
        name,
        type,
        entityRef,
      })),
    },
  );
}
