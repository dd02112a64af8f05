import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  resourcesPermissions,
  RESOURCE_TYPE_RESOURCE,
  RESOURCE_TYPE_RUN,
} from '@terrastage/plugin-resources-common';
import {
  resourceFactsRef,
  resourceRules,
  runFactsRef,
  runRules,
} from '@terrastage/plugin-resources-node';
import type { Database } from '../database/Stores';
import { isId } from '../http/isId';
import { runFacts } from '../runs/runFacts';
import { everything } from './Scope';

/** Tells the permission framework what there are rights to, and how it finds one by its id. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  database: Database,
): void {
  const { resources, runs } = database.stores;
  const permissionsOf = (resourceType: string) =>
    resourcesPermissions.filter(
      permission => permission.resourceType === resourceType,
    );
  const resourceOf = async (id: string) =>
    isId(id) ? resources.get(id, everything) : undefined;

  registry.addResourceType({
    resourceRef: resourceFactsRef,
    permissions: permissionsOf(RESOURCE_TYPE_RESOURCE),
    rules: Object.values(resourceRules),
    getResources: ids => Promise.all(ids.map(resourceOf)),
  });
  registry.addResourceType({
    resourceRef: runFactsRef,
    permissions: permissionsOf(RESOURCE_TYPE_RUN),
    rules: Object.values(runRules),
    getResources: ids =>
      Promise.all(
        ids.map(async id => {
          const run = isId(id) ? await runs.get(id) : undefined;
          const resource = run && (await resourceOf(run.resourceId));
          return run && resource && runFacts(run, resource);
        }),
      ),
  });
}
