import type { ResourcesClient } from '@terrastage/plugin-resources-common';

/** What of the client the pages use. Tests and the dev app bring their own. */
export type ResourcesApi = Pick<
  ResourcesClient,
  | 'cancelRun'
  | 'confirmRun'
  | 'compareStateVersions'
  | 'destroyResource'
  | 'discardRun'
  | 'extendResource'
  | 'followRunEvents'
  | 'getFacets'
  | 'getLock'
  | 'getOptions'
  | 'getResource'
  | 'getRun'
  | 'listResources'
  | 'listRuns'
  | 'retryRun'
  | 'upgradeResource'
  | 'listStateVersions'
  | 'restoreState'
  | 'unlockResource'
>;

export type ResourceListPage = Awaited<
  ReturnType<ResourcesApi['listResources']>
>;
export type ResourceListItem = ResourceListPage['items'][number];
export type ResourceRequest = NonNullable<
  Parameters<ResourcesApi['listResources']>[0]
>;
export type ResourceItem = Awaited<ReturnType<ResourcesApi['getResource']>>;
export type ResourceOptions = Awaited<ReturnType<ResourcesApi['getOptions']>>;
export type Facets = Awaited<ReturnType<ResourcesApi['getFacets']>>;
export type RunItem = Awaited<ReturnType<ResourcesApi['getRun']>>;
export type RunListItem = Awaited<
  ReturnType<ResourcesApi['listRuns']>
>['items'][number];
export type LockItem = Awaited<ReturnType<ResourcesApi['getLock']>>;
export type StateVersionItem = Awaited<
  ReturnType<ResourcesApi['listStateVersions']>
>['items'][number];
export type StateComparisonItem = Awaited<
  ReturnType<ResourcesApi['compareStateVersions']>
>;
export type RunEventItem = ReturnType<
  ResourcesApi['followRunEvents']
> extends AsyncGenerator<infer T>
  ? T
  : never;
export type RunEventOf<T extends RunEventItem['type']> = Extract<
  RunEventItem,
  { type: T }
>;
export type PlanItem = NonNullable<RunItem['plan']>;
export type PlanChange = PlanItem['changes'][number];
export type AttributeChange = PlanChange['attributes'][number];
export type ChangeAction = PlanChange['action'];
export type PlanSummaryItem = NonNullable<RunItem['summary']>;
export type RunFailureItem = NonNullable<RunItem['failure']>;
export type RunStepItem = RunItem['steps'][number];
export type RunProgressItem = NonNullable<RunItem['progress']>;
