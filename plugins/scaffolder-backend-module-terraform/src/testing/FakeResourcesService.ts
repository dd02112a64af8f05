import { isDeepStrictEqual } from 'node:util';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ChangeResourceRequest,
  CreateResourceRequest,
  DestroyResourceRequest,
  ExtendResourceRequest,
  UnlockRequest,
  PublishSkeletonRequest,
} from '@terrastage/plugin-resources-common';
import type {
  FollowedRunEvent,
  FollowRunEventsOptions,
  ResourcesService,
  ResourcesServiceOptions,
  StartRunServiceOptions,
} from '@terrastage/plugin-resources-node';
import type { ResourceDetail, RunDetail, StartedRun } from '../runs/answers';
import { aResource, aRun, events } from './builders';
import { refusal } from './refusal';

/** What a run does once it is started. */
export interface Script {
  events?: FollowedRunEvent[];
  /** How it ends. Default: well. */
  ends?: Partial<RunDetail>;
  /** Terraform's outputs once it has ended. */
  outputs?: ResourceDetail['outputs'];
  /** It doesn't end before somebody cancels it. */
  untilCanceled?: boolean;
  /** Thrown in place of the end of the stream. */
  breaksWith?: Error;
}

interface Started {
  request: unknown;
  answer: StartedRun;
}

/**
 * The resources plugin in memory, with its rules on idempotency keys, ownership and cancels. A run does what
 * `script` says.
 */
export class FakeResourcesService implements ResourcesService {
  readonly calls: Array<{ method: string; by: BackstageCredentials }> = [];
  readonly requests: CreateResourceRequest[] = [];
  readonly keys: string[] = [];
  readonly published: Array<{
    type: string;
    request: PublishSkeletonRequest;
  }> = [];
  readonly resources = new Map<string, ResourceDetail>();
  readonly runs = new Map<string, RunDetail>();
  script: Script = {};
  /** Thrown by whatever starts a run. */
  refuses: Error | undefined;
  /** Thrown by `cancelRun`. */
  refusesCancel: Error | undefined;

  private readonly started = new Map<string, Started>();
  private readonly canceled = new Map<string, () => void>();

  async createResource(
    request: CreateResourceRequest,
    options: StartRunServiceOptions,
  ) {
    this.requests.push(request);
    return this.start('createResource', request, options, () =>
      this.make(request, 'apply'),
    );
  }

  async planResource(
    request: CreateResourceRequest,
    options: StartRunServiceOptions,
  ) {
    this.requests.push(request);
    return this.start('planResource', request, options, () =>
      this.make(request, 'plan'),
    );
  }

  async changeResource(
    id: string,
    request: ChangeResourceRequest,
    options: StartRunServiceOptions,
  ) {
    const resource = await this.known(this.resources, id);
    this.requests.push(request);
    return this.start('changeResource', { id, request }, options, () =>
      this.run(resource, 'apply'),
    );
  }

  async publishSkeleton(
    type: string,
    request: PublishSkeletonRequest,
    { credentials }: ResourcesServiceOptions,
  ) {
    this.calls.push({ method: 'publishSkeleton', by: credentials });
    if (this.refuses) {
      throw this.refuses;
    }
    this.published.push({ type, request });
    return { type, name: request.name, version: '1.0.0', bundleDigest: 'x' };
  }

  async destroyResource(
    id: string,
    request: DestroyResourceRequest,
    options: StartRunServiceOptions,
  ) {
    const resource = await this.known(this.resources, id);
    return this.start('destroyResource', { id, request }, options, () =>
      this.run(resource, 'destroy'),
    );
  }

  lock: Awaited<ReturnType<ResourcesService['getLock']>> = {
    unlockable: false,
  };

  async getLock(_: string, { credentials }: ResourcesServiceOptions) {
    this.calls.push({ method: 'getLock', by: credentials });
    return this.lock;
  }

  async unlockResource(
    id: string,
    request: UnlockRequest,
    options: StartRunServiceOptions,
  ) {
    const resource = await this.known(this.resources, id);
    return this.start('unlockResource', { id, request }, options, () =>
      this.run(resource, 'unlock'),
    );
  }

  async extendResource(
    id: string,
    { until }: ExtendResourceRequest,
    { credentials }: ResourcesServiceOptions,
  ) {
    this.calls.push({ method: 'extendResource', by: credentials });
    const resource = await this.known(this.resources, id);
    const extended = { ...resource, expiresAt: until };
    this.resources.set(id, extended);
    return extended;
  }

  async getResource(id: string, { credentials }: ResourcesServiceOptions) {
    this.calls.push({ method: 'getResource', by: credentials });
    return this.known(this.resources, id);
  }

  async *listResources(): AsyncGenerator<never, void, void> {
    throw new Error('The actions list nothing');
  }

  async getRun(id: string, { credentials }: ResourcesServiceOptions) {
    this.calls.push({ method: 'getRun', by: credentials });
    return this.known(this.runs, id);
  }

  async *followRunEvents(
    runId: string,
    { credentials, after = 0 }: FollowRunEventsOptions,
  ): AsyncGenerator<FollowedRunEvent, void, void> {
    this.calls.push({ method: 'followRunEvents', by: credentials });
    await this.known(this.runs, runId);
    for (const event of this.script.events ?? []) {
      if (event.type === 'status') {
        this.runs.set(runId, {
          ...this.runs.get(runId)!,
          status: event.status,
        });
      }
      if (event.seq > after) {
        yield event;
      }
    }
    if (this.script.breaksWith) {
      throw this.script.breaksWith;
    }
    if (this.script.untilCanceled) {
      const run = this.runs.get(runId)!;
      if (!run.cancelRequestedAt) {
        await new Promise<void>(done => this.canceled.set(runId, done));
      }
      yield* events({ type: 'status', status: 'canceled' });
    }
    this.end(runId);
  }

  async cancelRun(id: string, { credentials }: ResourcesServiceOptions) {
    this.calls.push({ method: 'cancelRun', by: credentials });
    if (this.refusesCancel) {
      throw this.refusesCancel;
    }
    const run = await this.known(this.runs, id);
    const canceling = {
      ...run,
      cancelRequestedAt: run.createdAt,
      cancelRequestedBy: 'user:default/mock',
    };
    this.runs.set(id, canceling);
    this.canceled.get(id)?.();
    return canceling;
  }

  private async start(
    method: string,
    request: unknown,
    { credentials, idempotencyKey }: StartRunServiceOptions,
    make: () => StartedRun,
  ): Promise<StartedRun> {
    this.calls.push({ method, by: credentials });
    this.keys.push(idempotencyKey ?? '');
    if (this.refuses) {
      throw this.refuses;
    }
    const before = idempotencyKey && this.started.get(idempotencyKey);
    if (!before) {
      const answer = make();
      this.started.set(idempotencyKey ?? answer.run.id, { request, answer });
      return answer;
    }
    if (!isDeepStrictEqual(before.request, request)) {
      throw await refusal(422, {
        name: 'UnprocessableError',
        message: 'The idempotency key was used for another request',
      });
    }
    return before.answer;
  }

  private make(
    request: CreateResourceRequest,
    operation: 'apply' | 'plan',
  ): StartedRun {
    const id = `r-${this.resources.size + 1}`;
    const resource = aResource(request, {
      id,
      status: operation === 'plan' ? 'draft' : 'creating',
    });
    this.resources.set(id, resource);
    return this.run(resource, operation);
  }

  private run(
    resource: ResourceDetail,
    operation: RunDetail['operation'],
  ): StartedRun {
    const run = aRun({
      id: `run-${this.runs.size + 1}`,
      resourceId: resource.id,
      operation,
    });
    this.runs.set(run.id, run);
    return { resource, run };
  }

  private end(runId: string): void {
    const run = this.runs.get(runId)!;
    const resource = this.resources.get(run.resourceId)!;
    const well = run.operation === 'plan' ? 'planned_and_finished' : 'applied';
    const status = this.script.untilCanceled ? 'canceled' : well;
    this.runs.set(runId, { ...run, status, ...this.script.ends });
    this.resources.set(resource.id, {
      ...resource,
      outputs: this.script.outputs ?? {},
    });
  }

  private async known<T>(things: Map<string, T>, id: string): Promise<T> {
    const thing = things.get(id);
    if (!thing) {
      throw await refusal(404, {
        name: 'NotFoundError',
        message: `There is no resource or run ${id}, or it is not yours`,
      });
    }
    return thing;
  }
}
