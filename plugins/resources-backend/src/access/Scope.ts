import { isDeepStrictEqual } from 'node:util';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ResourceCondition } from '@terrastage/plugin-resources-node';

/** Which resources somebody may read: all, or those that meet a condition. Stores turn it into SQL. */
export type Scope =
  | { readonly all: true }
  | {
      readonly all: false;
      readonly criteria: PermissionCriteria<ResourceCondition>;
    };

export const everything: Scope = { all: true };

/** What one of the owners owns. */
export function ownedBy(owners: readonly string[]): Scope {
  return { all: false, criteria: { fact: 'owner', values: owners } };
}

/** What is in both scopes. */
export function narrowed(scope: Scope, by: Scope): Scope {
  if (scope.all || by.all) {
    return scope.all ? by : scope;
  }
  // The same condition twice would have the planner of the database expect fewer rows.
  return isDeepStrictEqual(scope, by)
    ? scope
    : { all: false, criteria: { allOf: [scope.criteria, by.criteria] } };
}
