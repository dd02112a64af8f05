import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { ResourceCondition } from '@terrastage/plugin-resources-node';
import type { Scope } from '../access/Scope';

/** A condition on rows of `resources` or of `resource_counts`, which both have the columns, with its bindings. */
export interface SqlCondition {
  readonly sql: string;
  readonly bindings: string[][];
}

type Criteria = PermissionCriteria<ResourceCondition>;

const columns: Record<ResourceCondition['fact'], string> = {
  owner: 'owner',
  environment: 'environment',
};

/** The rows in scope: for lists, totals and facets alike. */
export function scopeSql(scope: Scope): SqlCondition {
  return scope.all
    ? { sql: 'true', bindings: [] }
    : criteriaSql(scope.criteria);
}

function criteriaSql(criteria: Criteria): SqlCondition {
  if (isAndCriteria(criteria)) {
    return joined(criteria.allOf, ' AND ');
  }
  if (isOrCriteria(criteria)) {
    return joined(criteria.anyOf, ' OR ');
  }
  if (isNotCriteria(criteria)) {
    const { sql, bindings } = criteriaSql(criteria.not);
    return { sql: `(NOT ${sql})`, bindings };
  }
  return {
    sql: `(${columns[criteria.fact]} = ANY(?))`,
    bindings: [[...criteria.values]],
  };
}

function joined(criteria: readonly Criteria[], by: string): SqlCondition {
  const parts = criteria.map(criteriaSql);
  return {
    sql: `(${parts.map(({ sql }) => sql).join(by)})`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}
