import {
  RESOURCE_TYPE_RESOURCE,
  RESOURCE_TYPE_RUN,
} from '@terrastage/plugin-resources-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/** What a decision about a resource depends on. Entity refs, lower case. */
export interface ResourceFacts {
  readonly owner: string;
  readonly environment: string;
}

/** What a decision about a run depends on: its resource's facts, and who asked for it. */
export interface RunFacts extends ResourceFacts {
  readonly requestedBy: string;
}

/** A condition that a database can filter by: the fact is one of the values. */
export interface FactCondition<Fact extends string = string> {
  readonly fact: Fact;
  readonly values: readonly string[];
}

export type ResourceCondition = FactCondition<keyof ResourceFacts>;
export type RunCondition = FactCondition<keyof RunFacts>;

export const resourceFactsRef = createPermissionResourceRef<
  ResourceFacts,
  ResourceCondition
>().with({ pluginId: 'resources', resourceType: RESOURCE_TYPE_RESOURCE });

export const runFactsRef = createPermissionResourceRef<
  RunFacts,
  RunCondition
>().with({ pluginId: 'resources', resourceType: RESOURCE_TYPE_RUN });
