import type { ResourcesService } from '@terrastage/plugin-resources-node';

/** What the portal answers, as its client types it. */
type Answer<
  M extends Exclude<
    keyof ResourcesService,
    'followRunEvents' | 'listResources'
  >,
> = Awaited<ReturnType<ResourcesService[M]>>;

export type StartedRun = Answer<'createResource'>;
export type RunDetail = Answer<'getRun'>;
export type ResourceDetail = Answer<'getResource'>;
