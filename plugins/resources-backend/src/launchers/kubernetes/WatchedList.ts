import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject, Watch } from '@kubernetes/client-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import type { Listed } from './ClusterApi';
import { ClusterError } from './ClusterError';
import { pauseOf } from './Retrier';
import { toClusterError } from './toClusterError';

/** Seconds after which the server ends a watch, so that one whose connection died unnoticed does not last. */
const WATCH_FOR = 240;
const GONE = 410;

const statusSchema = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
});

export interface WatchedListOptions<T> {
  /** For people: `Jobs`. */
  what: string;
  /** Such as `/apis/batch/v1/namespaces/runs/jobs`. */
  path: string;
  selector: string;
  list: () => Promise<Listed<T>>;
  watch: Watch;
  /** What an object belongs to, by which `of` finds it. */
  owner?: (object: T) => string | undefined;
  /** `object` was made, changed or deleted; the list has it (or not) already. */
  onChange: (object: T, gone: boolean) => void;
  logger: LoggerService;
  random: () => number;
}

/**
 * Objects of one kind as the cluster has them: listed once, then watched from that version on. A version that the
 * server no longer knows (410) means listing again; anything else means watching again from where it ended, later
 * each time. See https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes.
 */
export class WatchedList<T extends KubernetesObject> {
  private readonly byName = new Map<string, T>();
  private readonly byOwner = new Map<string, Map<string, T>>();
  private readonly controller = new AbortController();
  private version?: string;
  private connected = false;
  private running?: Promise<void>;

  constructor(private readonly options: WatchedListOptions<T>) {}

  /** Whether the list is what the cluster has, up to the time that news takes. */
  get current(): boolean {
    return this.connected;
  }

  get(name: string): T | undefined {
    return this.byName.get(name);
  }

  /** Those of an owner. */
  of(owner: string): T[] {
    return [...(this.byOwner.get(owner)?.values() ?? [])];
  }

  /** What this portal itself has just made, before the watch tells of it. */
  add(object: T): void {
    const name = object.metadata?.name ?? '';
    if (!this.byName.has(name)) {
      this.put(name, object);
    }
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.controller.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { what, logger, random } = this.options;
    const { signal } = this.controller;
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (this.version === undefined) {
          await this.relist();
        }
        await this.follow();
        failures = 0;
      } catch (thrown) {
        this.connected = false;
        const error = toClusterError(thrown, `watch ${what}`);
        if (error.status === GONE) {
          this.version = undefined;
          continue;
        }
        if (signal.aborted) {
          return;
        }
        if (!error.passes) {
          this.version = undefined;
        }
        logger.warn(
          `What becomes of ${what} in Kubernetes is not known for the moment; trying again`,
          error,
        );
        failures += 1;
        const pause = error.retryAfter ?? pauseOf(failures, random);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async relist(): Promise<void> {
    const { items, resourceVersion } = await this.options.list();
    const before = new Map(this.byName);
    this.byName.clear();
    this.byOwner.clear();
    for (const item of items) {
      const name = item.metadata?.name ?? '';
      before.delete(name);
      this.put(name, item);
      this.options.onChange(item, false);
    }
    before.forEach(item => this.options.onChange(item, true));
    this.version = resourceVersion;
  }

  /** One watch, until the server ends it. */
  private async follow(): Promise<void> {
    const { path, selector, watch } = this.options;
    const { signal } = this.controller;
    let fault: ClusterError | undefined;
    let ended = false;
    await new Promise<void>((resolve, reject) => {
      const request = watch.watch(
        path,
        {
          labelSelector: selector,
          resourceVersion: this.version,
          allowWatchBookmarks: true,
          timeoutSeconds: WATCH_FOR,
        },
        (type: string, object: T) => {
          fault ??= this.take(type, object);
          if (fault) {
            void request.then(opened => opened.abort());
          }
        },
        (error: unknown) => {
          ended = true;
          if (error && !fault && !signal.aborted) {
            reject(error);
          } else {
            resolve();
          }
        },
      );
      request.then(opened => {
        this.connected = !ended;
        const close = () => opened.abort();
        if (signal.aborted) close();
        signal.addEventListener('abort', close, { once: true });
        opened.signal.addEventListener('abort', () =>
          signal.removeEventListener('abort', close),
        );
      }, reject);
    });
    if (fault) {
      throw fault;
    }
  }

  private take(type: string, object: T): ClusterError | undefined {
    if (type === 'ERROR') {
      const { code, message } = statusSchema.parse(object);
      return new ClusterError(message ?? 'The watch failed', code);
    }
    this.version = object.metadata?.resourceVersion ?? this.version;
    if (type === 'BOOKMARK') {
      return undefined;
    }
    const name = object.metadata?.name ?? '';
    if (type === 'DELETED') {
      this.drop(name);
    } else {
      this.put(name, object);
    }
    this.options.onChange(object, type === 'DELETED');
    return undefined;
  }

  private put(name: string, object: T): void {
    this.drop(name);
    this.byName.set(name, object);
    const owner = this.options.owner?.(object);
    if (owner !== undefined) {
      const owned = this.byOwner.get(owner) ?? new Map<string, T>();
      this.byOwner.set(owner, owned.set(name, object));
    }
  }

  private drop(name: string): void {
    const object = this.byName.get(name);
    this.byName.delete(name);
    const owner = object && this.options.owner?.(object);
    if (owner !== undefined) {
      const owned = this.byOwner.get(owner);
      owned?.delete(name);
      if (owned?.size === 0) {
        this.byOwner.delete(owner);
      }
    }
  }
}
