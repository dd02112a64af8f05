import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { ApiError } from './ApiError';
import {
  kubeTime,
  type KindName,
  type Kinds,
  type KubeMeta,
  type KubeObject,
} from './objects';

export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  kind: KindName;
  object: KubeObject;
  version: number;
}

const KINDS: Record<KindName, { apiVersion: string; kind: string }> = {
  jobs: { apiVersion: 'batch/v1', kind: 'Job' },
  pods: { apiVersion: 'v1', kind: 'Pod' },
  secrets: { apiVersion: 'v1', kind: 'Secret' },
};

type Draft<K extends KindName> = Omit<
  Kinds[K],
  'metadata' | 'apiVersion' | 'kind'
> & {
  metadata: Partial<KubeMeta> & { name: string; namespace: string };
};

/** What etcd and the API server keep: objects, one version for all of them, and what changed since a while. */
export class ObjectStore {
  private readonly objects: { [K in KindName]: Map<string, Kinds[K]> } = {
    jobs: new Map(),
    pods: new Map(),
    secrets: new Map(),
  };
  private history: Change[] = [];
  private oldest = 0;
  private version = 100;
  private readonly waiting: Change[] = [];
  private telling = false;
  private readonly changes = new EventEmitter().setMaxListeners(0);

  get resourceVersion(): string {
    return String(this.version);
  }

  kindOf(kind: KindName) {
    return KINDS[kind];
  }

  onChange(listener: (change: Change) => void): () => void {
    this.changes.on('change', listener);
    return () => this.changes.off('change', listener);
  }

  get<K extends KindName>(kind: K, name: string): Kinds[K] | undefined {
    return structuredClone(this.objects[kind].get(name));
  }

  list<K extends KindName>(
    kind: K,
    matches: (object: Kinds[K]) => boolean = () => true,
  ): Kinds[K][] {
    return structuredClone([...this.objects[kind].values()].filter(matches));
  }

  /** @throws ApiError AlreadyExists */
  create<K extends KindName>(kind: K, draft: Draft<K>): Kinds[K] {
    const { name } = draft.metadata;
    if (this.objects[kind].has(name)) {
      const group = kind === 'jobs' ? 'jobs.batch' : kind;
      throw new ApiError(
        409,
        'AlreadyExists',
        `${group} "${name}" already exists`,
      );
    }
    const object = {
      ...structuredClone(draft),
      ...KINDS[kind],
      metadata: {
        ...structuredClone(draft.metadata),
        uid: randomUUID(),
        creationTimestamp: kubeTime(new Date()),
        resourceVersion: '',
      },
    } as unknown as Kinds[K];
    this.put('ADDED', kind, object);
    return structuredClone(object);
  }

  /** Changes what is there; nothing happens to what is not. */
  update<K extends KindName>(
    kind: K,
    name: string,
    change: (object: Kinds[K]) => void,
  ): Kinds[K] | undefined {
    const object = this.get(kind, name);
    if (!object) {
      return undefined;
    }
    change(object);
    this.put('MODIFIED', kind, object);
    return object;
  }

  remove(kind: KindName, name: string): void {
    const object = this.objects[kind].get(name);
    if (object) {
      this.put('DELETED', kind, object);
    }
  }

  /** @throws ApiError Expired when that version is no longer known. */
  since(kind: KindName, version: number): Change[] {
    if (version < this.oldest) {
      throw new ApiError(
        410,
        'Expired',
        `too old resource version: ${version} (${this.oldest})`,
      );
    }
    return this.history.filter(
      change => change.kind === kind && change.version > version,
    );
  }

  /** Forgets what changed so far, as etcd does after some minutes. */
  compact(): void {
    this.oldest = this.version;
    this.history = [];
  }

  private put<K extends KindName>(
    type: Change['type'],
    kind: K,
    object: Kinds[K],
  ): void {
    this.version += 1;
    const stored = structuredClone(object);
    stored.metadata.resourceVersion = String(this.version);
    object.metadata.resourceVersion = stored.metadata.resourceVersion;
    if (type === 'DELETED') {
      this.objects[kind].delete(stored.metadata.name);
    } else {
      this.objects[kind].set(stored.metadata.name, stored);
    }
    const change = { type, kind, object: stored, version: this.version };
    this.history.push(change);
    this.waiting.push(change);
    this.tell();
  }

  /** In order, also when a listener itself changes something. */
  private tell(): void {
    if (this.telling) {
      return;
    }
    this.telling = true;
    try {
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
        this.changes.emit('change', next);
      }
    } finally {
      this.telling = false;
    }
  }
}
