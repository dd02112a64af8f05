import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  RESOURCE_TYPE_RESOURCE,
  RESOURCE_TYPE_RUN,
} from '@terrastage/plugin-resources-common';
import type {
  ResourceFacts,
  RunFacts,
} from '@terrastage/plugin-resources-node';
import type { Scope } from './Scope';

/** What the portal's permission policy lets somebody do in the inventory. */
export interface Rights {
  /** What they may read, for lists and counts. */
  readonly readable: Scope;

  /** Whether they may, on this resource. */
  may(
    permission: ResourcePermission<typeof RESOURCE_TYPE_RESOURCE>,
    resource: ResourceFacts,
  ): boolean;

  /** Whether they may, on this run. */
  may(
    permission: ResourcePermission<typeof RESOURCE_TYPE_RUN>,
    run: RunFacts,
  ): boolean;
}
