import {
  resourceEntityRef,
  resourceReadPermission,
  type ResourceDetail,
} from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import type { ResourceListItem } from '../inventory/ResourceRecord';

/** What is built on a resource, as far as the caller may see it, and how many more there are. */
export function usedBy(
  id: string,
  dependents: readonly ResourceListItem[],
  caller: Caller,
): Pick<ResourceDetail, 'usedBy' | 'usedByOthers'> {
  const visible = dependents.filter(dependent =>
    caller.rights.may(resourceReadPermission, dependent),
  );
  return {
    usedBy: visible.map(dependent => ({
      relation:
        dependent.uses.find(use => use.id === id)?.relation ?? dependent.type,
      id: dependent.id,
      name: dependent.name,
      type: dependent.type,
      entityRef: resourceEntityRef(dependent),
      environment: dependent.environment,
      status: dependent.status,
    })),
    usedByOthers: dependents.length - visible.length,
  };
}
