import type {
  Facets,
  LockItem,
  ResourceItem,
  ResourceListItem,
  ResourceListPage,
  ResourceOptions,
  ResourceRequest,
  ResourcesApi,
  RunItem,
  StateComparisonItem,
  StateVersionItem,
} from '../api/ResourcesApi';
import { noActions } from './aResource';
import { aRun } from './aRun';
import { FakeRunEvents } from './FakeRunEvents';
import { responseError } from './responseError';
import { someOptions } from './someOptions';

type Method = keyof ResourcesApi;

/** The portal in memory. It behaves: what a call changes, later calls show. */
export class FakeResourcesApi implements ResourcesApi {
  readonly calls: Array<{ method: Method; args: unknown[] }> = [];
  readonly events = new FakeRunEvents();
  readonly resources = new Map<string, ResourceItem>();
  readonly runs = new Map<string, RunItem>();
  /** Of every resource. */
  stateVersions: StateVersionItem[] = [];
  comparison?: StateComparisonItem;
  lock: LockItem = { unlockable: false };
  options: ResourceOptions;
  private readonly answers = new Map<Method, () => Promise<never>>();
  private readonly started = new Map<string, string>();

  constructor(
    start: {
      resources?: ResourceItem[];
      runs?: RunItem[];
      options?: ResourceOptions;
    } = {},
  ) {
    start.resources?.forEach(resource => this.put(resource));
    start.runs?.forEach(run => this.putRun(run));
    this.options = start.options ?? someOptions();
  }

  put(resource: ResourceItem): void {
    this.resources.set(resource.id, resource);
  }

  putRun(run: RunItem): void {
    this.runs.set(run.id, run);
  }

  /** From now on every call of `method` fails with `error`; without one they never answer. */
  break(method: Method, error?: Error): void {
    this.answers.set(method, () =>
      error ? Promise.reject(error) : new Promise(() => {}),
    );
  }

  mend(method: Method): void {
    this.answers.delete(method);
  }

  callsOf(method: Method): unknown[][] {
    return this.calls
      .filter(call => call.method === method)
      .map(call => call.args);
  }

  async getOptions(): Promise<ResourceOptions> {
    await this.called('getOptions');
    return this.options;
  }

  async listResources(query: ResourceRequest = {}): Promise<ResourceListPage> {
    await this.called('listResources', query);
    const { limit = 25, cursor } = query;
    const start = cursor ? Number(cursor) : 0;
    const matches = this.select(query);
    return {
      items: matches.slice(start, start + limit),
      total: matches.length,
      nextCursor:
        start + limit < matches.length ? String(start + limit) : undefined,
      prevCursor: start > 0 ? String(Math.max(0, start - limit)) : undefined,
    };
  }

  async getFacets(query: { mine?: 'true' | 'false' } = {}): Promise<Facets> {
    await this.called('getFacets', query);
    const count = (column: keyof Facets) =>
      this.select(query).reduce<Record<string, number>>((counts, item) => {
        const value = item[column];
        return { ...counts, [value]: (counts[value] ?? 0) + 1 };
      }, {});
    return {
      type: count('type'),
      environment: count('environment'),
      owner: count('owner'),
      status: count('status'),
    };
  }

  async getResource(id: string): Promise<ResourceItem> {
    await this.called('getResource', id);
    return this.found(this.resources, id);
  }

  async listRuns(id: string): Promise<{ items: RunItem[] }> {
    await this.called('listRuns', id);
    return {
      items: [...this.runs.values()]
        .filter(run => run.resourceId === id)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    };
  }

  async destroyResource(
    id: string,
    body: { confirmName?: string } = {},
    request: { idempotencyKey?: string } = {},
  ): Promise<{ resource: ResourceItem; run: RunItem }> {
    await this.called('destroyResource', id, body, request);
    const resource = this.found(this.resources, id);
    const key = request.idempotencyKey ?? `key-${this.started.size}`;
    const runId = this.started.get(key) ?? `run-destroy-${resource.name}`;
    this.started.set(key, runId);
    const run = aRun({
      id: runId,
      resourceId: id,
      resourceName: resource.name,
      operation: 'destroy',
      status: 'pending',
      steps: [],
      progress: undefined,
      summary: undefined,
    });
    this.putRun(run);
    this.put({
      ...resource,
      status: 'deleting',
      run: { id: run.id, operation: run.operation, status: run.status },
      actions: noActions,
    });
    return { resource: this.found(this.resources, id), run };
  }

  async listStateVersions(
    id: string,
    query: { cursor?: string } = {},
  ): Promise<{ items: StateVersionItem[]; nextCursor?: string }> {
    await this.called('listStateVersions', id, query);
    const start = Number(query.cursor ?? 0);
    const next = start + 20;
    return {
      items: this.stateVersions.slice(start, next),
      nextCursor: next < this.stateVersions.length ? String(next) : undefined,
    };
  }

  async extendResource(
    id: string,
    body: { byDays?: number },
  ): Promise<ResourceItem> {
    await this.called('extendResource', id, body);
    const resource = this.found(this.resources, id);
    const from = new Date(resource.expiresAt ?? 0).getTime();
    const until = new Date(from + (body.byDays ?? 0) * 86_400_000);
    this.put({ ...resource, expiresAt: until.toISOString() });
    return this.found(this.resources, id);
  }

  async getLock(id: string): Promise<LockItem> {
    await this.called('getLock', id);
    return this.lock;
  }

  async unlockResource(
    id: string,
    body: { lockId: string },
    request: { idempotencyKey?: string } = {},
  ): Promise<{ resource: ResourceItem; run: RunItem }> {
    await this.called('unlockResource', id, body, request);
    this.lock = { unlockable: false };
    return this.stateRun(id, 'unlock');
  }

  async restoreState(
    id: string,
    body: { versionId: string },
    request: { idempotencyKey?: string } = {},
  ): Promise<{ resource: ResourceItem; run: RunItem }> {
    await this.called('restoreState', id, body, request);
    return this.stateRun(id, 'restore');
  }

  private stateRun(id: string, operation: 'unlock' | 'restore') {
    const resource = this.found(this.resources, id);
    const run = aRun({
      id: `run-${operation}-${resource.name}`,
      resourceId: id,
      resourceName: resource.name,
      operation,
      status: 'pending',
      steps: [],
      progress: undefined,
      summary: undefined,
    });
    this.putRun(run);
    return { resource, run };
  }

  async compareStateVersions(
    id: string,
    query: { from: string; to: string },
  ): Promise<StateComparisonItem> {
    await this.called('compareStateVersions', id, query);
    if (!this.comparison) {
      throw responseError(404, `There is no version ${query.from}`);
    }
    return this.comparison;
  }

  async getRun(id: string): Promise<RunItem> {
    await this.called('getRun', id);
    return this.found(this.runs, id);
  }

  async *followRunEvents(
    runId: string,
    after = 0,
    request: { signal?: AbortSignal; onOpen?: () => void } = {},
  ) {
    await this.called('followRunEvents', runId, after);
    request.onOpen?.();
    yield* this.events.follow(runId, after, request.signal);
  }

  async cancelRun(id: string): Promise<RunItem> {
    await this.called('cancelRun', id);
    const run = this.found(this.runs, id);
    this.putRun({
      ...run,
      cancelable: false,
      cancelRequestedAt: '2026-03-04T12:00:20.000Z',
      cancelRequestedBy: 'user:default/ana',
    });
    return this.found(this.runs, id);
  }

  async confirmRun(
    id: string,
    body: { planDigest: string; name?: string },
  ): Promise<RunItem> {
    await this.called('confirmRun', id, body);
    return this.decided(id, 'planned', 'confirmed');
  }

  async discardRun(id: string): Promise<RunItem> {
    await this.called('discardRun', id);
    return this.decided(id, 'discarded', 'discarded');
  }

  async retryRun(
    id: string,
    body: { bundle: 'same' | 'current' } = { bundle: 'same' },
    request: { idempotencyKey?: string } = {},
  ): Promise<{ resource: ResourceItem; run: RunItem }> {
    await this.called('retryRun', id, body, request);
    const { resourceId, operation } = this.found(this.runs, id);
    return this.startAgain(resourceId, { operation, retryOf: id });
  }

  async upgradeResource(
    id: string,
    request: { idempotencyKey?: string } = {},
  ): Promise<{ resource: ResourceItem; run: RunItem }> {
    await this.called('upgradeResource', id, request);
    const { templateVersion: from, template } = this.found(this.resources, id);
    return this.startAgain(id, {
      versions: { from, to: template?.version ?? from },
    });
  }

  private startAgain(resourceId: string, of: Partial<RunItem>) {
    const resource = this.found(this.resources, resourceId);
    const run = aRun({
      id: `run-again-${this.runs.size}`,
      resourceId,
      resourceName: resource.name,
      status: 'pending',
      steps: [],
      progress: undefined,
      summary: undefined,
      ...of,
    });
    this.putRun(run);
    return { resource, run };
  }

  private decided(
    id: string,
    status: RunItem['status'],
    type: 'confirmed' | 'discarded',
  ): RunItem {
    this.putRun({
      ...this.found(this.runs, id),
      status,
      decision: {
        type,
        at: '2026-03-04T12:00:20.000Z',
        by: 'user:default/ana',
      },
      actions: { decide: false, retry: false },
    });
    return this.found(this.runs, id);
  }

  private async called(method: Method, ...args: unknown[]): Promise<void> {
    this.calls.push({ method, args });
    await this.answers.get(method)?.();
  }

  private found<T>(from: Map<string, T>, id: string): T {
    const value = from.get(id);
    if (!value) {
      throw responseError(404, `There is no ${id}, or it is not yours`);
    }
    return value;
  }

  private select(query: ResourceRequest): ResourceListItem[] {
    const { sort = 'createdAt', order = 'desc', q = '' } = query;
    const passes = (values: string[] | undefined, value: string) =>
      !values || values.includes(value);
    const sign = order === 'asc' ? 1 : -1;
    return [...this.resources.values()]
      .filter(
        item =>
          item.name.toLowerCase().includes(q.toLowerCase()) &&
          passes(query.type, item.type) &&
          passes(query.environment, item.environment) &&
          passes(query.owner, item.owner) &&
          passes(query.status, item.status) &&
          (query.mine !== 'true' || this.options.owners.includes(item.owner)),
      )
      .sort((a, b) => sign * String(a[sort]).localeCompare(String(b[sort])));
  }
}
