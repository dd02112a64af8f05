import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Type of what the inventory's permissions are about. Not the catalog's kind: owner and environment are the inventory's own. */
export const RESOURCE_TYPE_RESOURCE = 'terrastage-resource';
export const RESOURCE_TYPE_RUN = 'terrastage-run';

/** To see a resource, its runs, their plans and their logs. */
export const resourceReadPermission = createPermission({
  name: 'resources.resource.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To have a resource made, changed, upgraded, retried or deleted. */
export const runCreatePermission = createPermission({
  name: 'resources.run.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To keep a resource for longer, up to the environment's maximum. */
export const expiryExtendPermission = createPermission({
  name: 'resources.expiry.extend',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To see outputs that Terraform marks as sensitive, where they are kept as references. */
export const sensitiveOutputsReadPermission = createPermission({
  name: 'resources.sensitive-outputs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To break the lock that a run left on a state. */
export const lockBreakPermission = createPermission({
  name: 'resources.lock.break',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To put an older version of a state in the place of the present one. */
export const stateRestorePermission = createPermission({
  name: 'resources.state.restore',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RESOURCE,
});

/** To say yes to the plan of a run that a policy holds back. */
export const runApprovePermission = createPermission({
  name: 'resources.run.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RUN,
});

export const runCancelPermission = createPermission({
  name: 'resources.run.cancel',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RUN,
});

/** All of them, for the registry. */
export const resourcesPermissions: readonly ResourcePermission[] = [
  resourceReadPermission,
  runCreatePermission,
  expiryExtendPermission,
  sensitiveOutputsReadPermission,
  lockBreakPermission,
  stateRestorePermission,
  runApprovePermission,
  runCancelPermission,
];
