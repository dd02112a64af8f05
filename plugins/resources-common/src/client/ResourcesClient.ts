import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type {
  ChangeResourceRequest,
  CreateResourceRequest,
  PublishSkeletonRequest,
} from '../api/requestSchemas';
import type { components, operations, paths } from '../generated/openapi';
import { readRunEvents } from './readRunEvents';
import { sendPlain } from './sendPlain';
import { SilenceWatch } from './SilenceWatch';

/** Milliseconds: three times what the server lets pass between two signs of life. */
const LONGEST_SILENCE = 45_000;

type Schemas = components['schemas'];

/** The query of `GET /resources`. */
export type ListResourcesQuery = NonNullable<
  operations['listResources']['parameters']['query']
>;

export interface ResourcesClientOptions {
  /** Backstage's discovery, of the frontend or the backend. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** A fetch that brings the credentials. */
  fetchApi: { fetch: typeof fetch };
  /** Milliseconds after which a stream that says nothing counts as broken. Default: 45,000. */
  longestSilence?: number;
}

export type RequestOptions = {
  signal?: AbortSignal;
};

export type FollowOptions = RequestOptions & {
  /** Called when the server has begun to answer with events, which may be long before the first one. */
  onOpen?: () => void;
};

export type StartRunOptions = RequestOptions & {
  /** Sent as `Idempotency-Key`: at most 200 characters. The same again answers with the same run. */
  idempotencyKey?: string;
};

/**
 * Client of `/api/resources/v1`, typed by its OpenAPI file.
 *
 * Every method throws `ResponseError` of `@backstage/errors` with the server's error as its cause.
 */
export class ResourcesClient {
  constructor(private readonly options: ResourcesClientOptions) {}

  async getOptions(request: RequestOptions = {}): Promise<Schemas['Options']> {
    const api = await this.api();
    return this.unwrap(await api.request('get', '/options', request));
  }

  async listResources(
    query: ListResourcesQuery = {},
    request: RequestOptions = {},
  ): Promise<Schemas['ResourcePage']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources', { params: { query }, ...request }),
    );
  }

  async getFacets(
    query: { mine?: 'true' | 'false' } = {},
    request: RequestOptions = {},
  ): Promise<Schemas['ResourceFacets']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/facets', {
        params: { query },
        ...request,
      }),
    );
  }

  async getResource(
    id: string,
    request: RequestOptions = {},
  ): Promise<Schemas['ResourceDetail']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/{id}', {
        params: { path: { id } },
        ...request,
      }),
    );
  }

  async listRuns(
    resourceId: string,
    request: RequestOptions = {},
  ): Promise<Schemas['RunPage']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/{id}/runs', {
        params: { path: { id: resourceId } },
        ...request,
      }),
    );
  }

  /** Lets a resource live longer, as far as its environment allows. */
  async extendResource(
    id: string,
    body: Schemas['ExtendResourceRequest'],
    request: RequestOptions = {},
  ): Promise<Schemas['ResourceDetail']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/extend', {
        params: { path: { id } },
        body,
        ...request,
      }),
    );
  }

  /** Who holds the lock of the state. */
  async getLock(
    resourceId: string,
    request: RequestOptions = {},
  ): Promise<Schemas['StateLock']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/{id}/lock', {
        params: { path: { id: resourceId } },
        ...request,
      }),
    );
  }

  /** Has a lock removed that nobody alive holds. */
  async unlockResource(
    id: string,
    body: Schemas['UnlockRequest'],
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/unlock', {
        params: { path: { id }, header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  /** Has an older version of the state planned with; it is written once that is confirmed. Only admins may. */
  async restoreState(
    id: string,
    body: Schemas['RestoreStateRequest'],
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/state-versions/restore', {
        params: { path: { id }, header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  /** Versions of the state in S3, the newest first. */
  async listStateVersions(
    resourceId: string,
    query: { cursor?: string } = {},
    request: RequestOptions = {},
  ): Promise<Schemas['StateVersionPage']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/{id}/state-versions', {
        params: { path: { id: resourceId }, query },
        ...request,
      }),
    );
  }

  /** What is different in the version `to`. */
  async compareStateVersions(
    resourceId: string,
    query: { from: string; to: string },
    request: RequestOptions = {},
  ): Promise<Schemas['StateComparison']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/resources/{id}/state-versions/compare', {
        params: { path: { id: resourceId }, query },
        ...request,
      }),
    );
  }

  /** Starts the making of a resource. Only the scaffolder's credentials on behalf of a user may. */
  async createResource(
    body: CreateResourceRequest,
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources', {
        params: { header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  /** Starts a plan that changes nothing. Only the scaffolder's credentials on behalf of a user may. */
  async planResource(
    body: CreateResourceRequest,
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/plans', {
        params: { header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  async destroyResource(
    id: string,
    body: Schemas['DestroyResourceRequest'] = {},
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/destroy', {
        params: { path: { id }, header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  /** Plans a change, to be confirmed. Only the scaffolder's credentials on behalf of a user may. */
  async changeResource(
    id: string,
    body: ChangeResourceRequest,
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/changes', {
        params: { path: { id }, header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  /** Plans a resource with the current version of its template, to be confirmed. */
  async upgradeResource(
    id: string,
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/resources/{id}/upgrade', {
        params: { path: { id }, header: this.header(options) },
        body: {},
        signal: options.signal,
      }),
    );
  }

  /** Says what the current files of a template are. Only the scaffolder's own credentials may. */
  async publishSkeleton(
    type: string,
    body: PublishSkeletonRequest,
    request: RequestOptions = {},
  ): Promise<Schemas['PublishedSkeleton']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('put', '/skeletons/{type}', {
        params: { path: { type } },
        body,
        ...request,
      }),
    );
  }

  /** Has the parked plan of a run applied. */
  async confirmRun(
    id: string,
    body: Schemas['ConfirmRunRequest'],
    request: RequestOptions = {},
  ): Promise<Schemas['RunView']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/runs/{id}/confirm', {
        params: { path: { id } },
        body,
        ...request,
      }),
    );
  }

  /** Throws away the parked plan of a run. */
  async discardRun(
    id: string,
    body: Schemas['DiscardRunRequest'] = {},
    request: RequestOptions = {},
  ): Promise<Schemas['RunView']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/runs/{id}/discard', {
        params: { path: { id } },
        body,
        ...request,
      }),
    );
  }

  /** Tries again what a run did not bring about. */
  async retryRun(
    id: string,
    body: Schemas['RetryRunRequest'] = { bundle: 'same' },
    options: StartRunOptions = {},
  ): Promise<Schemas['StartedRun']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/runs/{id}/retry', {
        params: { path: { id }, header: this.header(options) },
        body,
        signal: options.signal,
      }),
    );
  }

  async getRun(
    id: string,
    request: RequestOptions = {},
  ): Promise<Schemas['RunDetail']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('get', '/runs/{id}', {
        params: { path: { id } },
        ...request,
      }),
    );
  }

  async listRunEvents(
    runId: string,
    after = 0,
    request: RequestOptions = {},
  ): Promise<Schemas['RunEventsPage']> {
    const api = await this.api();
    const { data, ...result } = await api.request('get', '/runs/{id}/events', {
      params: { path: { id: runId }, query: { after } },
      ...request,
    });
    return this.unwrap({
      ...result,
      data: typeof data === 'string' ? undefined : data,
    });
  }

  /**
   * Events of a run as they come, from `after` on. Ends when the run is over; a connection that is broken or
   * silent for too long throws, and the caller goes on from the last `seq` that it saw.
   */
  async *followRunEvents(
    runId: string,
    after = 0,
    request: FollowOptions = {},
  ): AsyncGenerator<Schemas['RunEvent'], void, void> {
    const api = await this.api();
    const watch = new SilenceWatch(
      this.options.longestSilence ?? LONGEST_SILENCE,
    );
    const result = await watch.during(
      api.request('get', '/runs/{id}/events', {
        params: { path: { id: runId }, query: { after } },
        headers: { accept: 'text/event-stream' },
        parseAs: 'stream',
        signal: AbortSignal.any(
          [watch.signal, request.signal].filter(signal => signal !== undefined),
        ),
      }),
    );
    if (!result.response.ok || !result.response.body) {
      throw await this.failure(result);
    }
    request.onOpen?.();
    yield* readRunEvents(
      result.data as unknown as ReadableStream<Uint8Array>,
      watch,
    );
  }

  async cancelRun(
    id: string,
    request: RequestOptions = {},
  ): Promise<Schemas['RunView']> {
    const api = await this.api();
    return this.unwrap(
      await api.request('post', '/runs/{id}/cancel', {
        params: { path: { id } },
        ...request,
      }),
    );
  }

  private async api(): Promise<Client<paths>> {
    const baseUrl = await this.options.discoveryApi.getBaseUrl('resources');
    return createClient<paths>({
      baseUrl: `${baseUrl}/v1`,
      fetch: request => sendPlain(request, this.options.fetchApi),
    });
  }

  private header(options: StartRunOptions) {
    return options.idempotencyKey
      ? { 'Idempotency-Key': options.idempotencyKey }
      : {};
  }

  private async unwrap<T>(result: {
    data?: T;
    error?: unknown;
    response: Response;
  }): Promise<T> {
    if (!result.response.ok || result.data === undefined) {
      throw await this.failure(result);
    }
    return result.data;
  }

  /** openapi-fetch has read the body already; Backstage's error wants to read it itself. */
  private failure(result: {
    error?: unknown;
    response: Response;
  }): Promise<ResponseError> {
    const { status, statusText, headers } = result.response;
    const body =
      typeof result.error === 'string'
        ? result.error
        : JSON.stringify(result.error ?? '');
    return ResponseError.fromResponse(
      new Response(body, { status, statusText, headers }) as Response & {
        ok: false;
      },
    );
  }
}
