import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ChangeResourceRequest,
  CreateResourceRequest,
  DestroyResourceRequest,
  ExtendResourceRequest,
  ListResourcesQuery,
  PublishSkeletonRequest,
  ResourcesClient,
  UnlockRequest,
} from '@terrastage/plugin-resources-common';

export interface ResourcesServiceOptions {
  /** On whose behalf: what they may not see or do, the call may not either. */
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

export interface StartRunServiceOptions extends ResourcesServiceOptions {
  /** At most 200 characters. The same key with the same request answers with the same run. */
  idempotencyKey?: string;
}

export interface FollowRunEventsOptions extends ResourcesServiceOptions {
  /** Only events with a larger `seq`. Default: 0, all of them. */
  after?: number;
}

type Answer<M extends Exclude<keyof ResourcesClient, 'followRunEvents'>> =
  ReturnType<ResourcesClient[M]>;

/** One event of a run; `seq` counts from 1 without gaps. */
export type FollowedRunEvent = ReturnType<
  ResourcesClient['followRunEvents']
> extends AsyncGenerator<infer E>
  ? E
  : never;

/**
 * The resources plugin for other backend plugins, over its HTTP API.
 *
 * Every method throws `ResponseError` of `@backstage/errors`; its `cause` is the portal's error with its name,
 * message and, on a conflict, the `runId` or `resourceId` that it is about.
 */
export interface ResourcesService {
  /** Queues the making of a resource. Only the scaffolder may, on behalf of a user. */
  createResource(
    request: CreateResourceRequest,
    options: StartRunServiceOptions,
  ): Answer<'createResource'>;

  /** Queues a plan that changes nothing. Only the scaffolder may, on behalf of a user. */
  planResource(
    request: CreateResourceRequest,
    options: StartRunServiceOptions,
  ): Answer<'planResource'>;

  /** Queues the plan of a change, which waits to be confirmed. Only the scaffolder may, on behalf of a user. */
  changeResource(
    id: string,
    request: ChangeResourceRequest,
    options: StartRunServiceOptions,
  ): Answer<'changeResource'>;

  /** Says what the current files of a template are. Only the scaffolder may, for itself. */
  publishSkeleton(
    type: string,
    request: PublishSkeletonRequest,
    options: ResourcesServiceOptions,
  ): Answer<'publishSkeleton'>;

  /** Queues the destruction of a resource. */
  destroyResource(
    id: string,
    request: DestroyResourceRequest,
    options: StartRunServiceOptions,
  ): Answer<'destroyResource'>;

  /** Who holds the lock of a resource's state. */
  getLock(id: string, options: ResourcesServiceOptions): Answer<'getLock'>;

  /** Queues the removal of a lock that nobody alive holds. */
  unlockResource(
    id: string,
    request: UnlockRequest,
    options: StartRunServiceOptions,
  ): Answer<'unlockResource'>;

  /** Lets a resource live longer. */
  extendResource(
    id: string,
    request: ExtendResourceRequest,
    options: ResourcesServiceOptions,
  ): Answer<'extendResource'>;

  getResource(
    id: string,
    options: ResourcesServiceOptions,
  ): Answer<'getResource'>;

  /** All pages from `query.cursor` on, one after the other. */
  listResources(
    query: ListResourcesQuery,
    options: ResourcesServiceOptions,
  ): AsyncGenerator<Awaited<Answer<'listResources'>>, void, void>;

  getRun(id: string, options: ResourcesServiceOptions): Answer<'getRun'>;

  /**
   * Events of a run as they come, to its end. A connection that breaks is made again from the last event on;
   * after two minutes without any it gives up and throws what went wrong last.
   */
  followRunEvents(
    runId: string,
    options: FollowRunEventsOptions,
  ): AsyncGenerator<FollowedRunEvent, void, void>;

  /** Asks a run to stop. The answer is the run as it is then; it ends when Terraform has saved its state. */
  cancelRun(id: string, options: ResourcesServiceOptions): Answer<'cancelRun'>;
}
