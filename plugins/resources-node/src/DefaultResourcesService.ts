import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ResourcesClient,
  type ChangeResourceRequest,
  type CreateResourceRequest,
  type DestroyResourceRequest,
  type ExtendResourceRequest,
  type ListResourcesQuery,
  type UnlockRequest,
  type PublishSkeletonRequest,
} from '@terrastage/plugin-resources-common';
import { followWithReconnect, type Reconnect } from './followWithReconnect';
import type {
  FollowRunEventsOptions,
  ResourcesService,
  ResourcesServiceOptions,
  StartRunServiceOptions,
} from './ResourcesService';

export interface DefaultResourcesServiceOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Default: Node's own. */
  fetch?: typeof fetch;
  reconnect?: Partial<Reconnect>;
}

/** Talks to the resources plugin with a token of this plugin on behalf of whoever asked. */
export class DefaultResourcesService implements ResourcesService {
  constructor(private readonly options: DefaultResourcesServiceOptions) {}

  async createResource(
    request: CreateResourceRequest,
    { credentials, ...rest }: StartRunServiceOptions,
  ) {
    return this.client(credentials).createResource(request, rest);
  }

  async planResource(
    request: CreateResourceRequest,
    { credentials, ...rest }: StartRunServiceOptions,
  ) {
    return this.client(credentials).planResource(request, rest);
  }

  async changeResource(
    id: string,
    request: ChangeResourceRequest,
    { credentials, ...rest }: StartRunServiceOptions,
  ) {
    return this.client(credentials).changeResource(id, request, rest);
  }

  async publishSkeleton(
    type: string,
    request: PublishSkeletonRequest,
    { credentials, signal }: ResourcesServiceOptions,
  ) {
    return this.client(credentials).publishSkeleton(type, request, { signal });
  }

  async destroyResource(
    id: string,
    request: DestroyResourceRequest,
    { credentials, ...rest }: StartRunServiceOptions,
  ) {
    return this.client(credentials).destroyResource(id, request, rest);
  }

  async getLock(id: string, { credentials, signal }: ResourcesServiceOptions) {
    return this.client(credentials).getLock(id, { signal });
  }

  async unlockResource(
    id: string,
    request: UnlockRequest,
    { credentials, ...rest }: StartRunServiceOptions,
  ) {
    return this.client(credentials).unlockResource(id, request, rest);
  }

  async extendResource(
    id: string,
    request: ExtendResourceRequest,
    { credentials, signal }: ResourcesServiceOptions,
  ) {
    return this.client(credentials).extendResource(id, request, { signal });
  }

  async getResource(
    id: string,
    { credentials, signal }: ResourcesServiceOptions,
  ) {
    return this.client(credentials).getResource(id, { signal });
  }

  async *listResources(
    query: ListResourcesQuery,
    { credentials, signal }: ResourcesServiceOptions,
  ) {
    const client = this.client(credentials);
    let cursor = query.cursor;
    do {
      const page = await client.listResources({ ...query, cursor }, { signal });
      yield page;
      cursor = page.nextCursor;
    } while (cursor);
  }

  async getRun(id: string, { credentials, signal }: ResourcesServiceOptions) {
    return this.client(credentials).getRun(id, { signal });
  }

  async *followRunEvents(
    runId: string,
    { credentials, after = 0, signal }: FollowRunEventsOptions,
  ) {
    const client = this.client(credentials);
    yield* followWithReconnect(
      last => client.followRunEvents(runId, last, { signal }),
      { after, signal, ...this.options.reconnect },
    );
  }

  async cancelRun(
    id: string,
    { credentials, signal }: ResourcesServiceOptions,
  ) {
    return this.client(credentials).cancelRun(id, { signal });
  }

  private client(onBehalfOf: BackstageCredentials): ResourcesClient {
    const { auth, discovery, fetch: send = fetch } = this.options;
    return new ResourcesClient({
      discoveryApi: discovery,
      fetchApi: {
        fetch: async (input, init) => {
          // A token is short-lived: one for each request, also for each reconnect.
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf,
            targetPluginId: 'resources',
          });
          const request = new Request(input, init);
          request.headers.set('authorization', `Bearer ${token}`);
          return send(request);
        },
      },
    });
  }
}
