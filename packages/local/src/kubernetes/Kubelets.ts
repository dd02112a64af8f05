import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { deletePod } from './deleteObject';
import { isPodOver } from './JobController';
import {
  kubeTime,
  withCondition,
  type Condition,
  type KubePod,
} from './objects';
import type { ObjectStore } from './ObjectStore';
import { PodProcess, type PodImage } from './PodProcess';

export interface KubeletsOptions {
  store: ObjectStore;
  folder: string;
  /** By the name that pods give. Others can't be pulled. */
  images: Record<string, PodImage>;
  /** How many pods each node takes, by its name. */
  nodes: Record<string, number>;
}

interface Held {
  pod: string;
  node: string;
  process?: PodProcess;
  /** What its end is called. */
  oom?: boolean;
  evicted?: string;
  terminating?: boolean;
  killTimer?: NodeJS.Timeout;
  startedAt?: number;
}

/** The scheduler, and what runs the containers on each node: here as processes of this machine. */
export class Kubelets {
  /** By the pod's uid. */
  private readonly held = new Map<string, Held>();
  private readonly lost = new Set<string>();
  private readonly nodes: Map<string, number>;
  private readonly starts = new Map<string, number>();

  constructor(private readonly options: KubeletsOptions) {
    this.nodes = new Map(Object.entries(options.nodes));
    options.store.onChange(({ kind, type, object }) => {
      if (kind === 'pods' && type === 'DELETED') {
        this.end(object.metadata.uid);
      }
      if (kind === 'pods') {
        this.reconcileIf(pod => pod.metadata.name === object.metadata.name);
      } else if (kind === 'secrets') {
        this.reconcileIf(({ spec }) =>
          Boolean(
            spec.volumes?.some(
              ({ secret }) => secret?.secretName === object.metadata.name,
            ),
          ),
        );
      }
    });
  }

  /** When a pod's process was started, in milliseconds of `performance.now()`. */
  startedAt(pod: string): number | undefined {
    return this.starts.get(pod);
  }

  pid(pod: string): number | undefined {
    return this.of(pod)?.process?.pid;
  }

  log(pod: string): string | undefined {
    return this.of(pod)?.process?.tail();
  }

  /** Changes how many pods a node takes. */
  resize(node: string, pods: number): void {
    this.nodes.set(node, pods);
    this.reconcileIf(({ spec }) => !spec.nodeName);
  }

  /** As the kernel does it to a container that passes its limit. */
  outOfMemory(pod: string): void {
    const held = this.of(pod);
    if (held?.process) {
      held.oom = true;
      held.process.killAll();
    }
  }

  /** As the kubelet does it to a pod that uses too much of its node. */
  evict(pod: string, message: string): void {
    const held = this.of(pod);
    if (held?.process) {
      held.evicted = message;
      held.process.killAll();
    }
  }

  /** The node falls silent, and what runs on it runs on. */
  lose(node: string): void {
    this.lost.add(node);
    this.eachOn(node, pod =>
      this.options.store.update('pods', pod, ({ status }) => {
        status.conditions = withCondition(status.conditions, {
          type: 'Ready',
          status: 'False',
        });
      }),
    );
  }

  /** The control plane has waited long enough: pods of the lost node are to go. */
  taint(node: string): void {
    this.eachOn(node, pod => {
      this.disrupt(
        pod,
        'DeletionByTaintManager',
        'Taint manager: deleting due to NoExecute taint',
      );
      deletePod(this.options.store, pod);
    });
  }

  /** The machine is ended and its node taken from the cluster. */
  remove(node: string): void {
    this.nodes.delete(node);
    this.eachOn(node, (pod, held) => {
      held.process?.killAll();
      this.disrupt(pod, 'DeletionByPodGC', 'PodGC: node no longer exists');
      this.options.store.remove('pods', pod);
    });
    this.lost.delete(node);
  }

  stop(): void {
    const all = [...this.held.values()];
    this.held.clear();
    for (const held of all) {
      clearTimeout(held.killTimer);
      held.process?.killAll();
    }
  }

  private reconcileIf(matches: (pod: KubePod) => boolean): void {
    for (const pod of this.options.store.list('pods', matches)) {
      this.reconcile(pod);
    }
  }

  private reconcile(pod: KubePod): void {
    const { metadata, spec } = pod;
    const held = this.held.get(metadata.uid);
    if (held && this.lost.has(held.node)) {
      return;
    }
    if (metadata.deletionTimestamp) {
      this.terminate(pod, held);
    } else if (!isPodOver(pod) && !held?.process) {
      if (!spec.nodeName) {
        this.schedule(pod);
      } else if (held) {
        this.run(pod, held);
      }
    }
  }

  private schedule({ metadata, spec }: KubePod): void {
    const { store } = this.options;
    const used = (node: string) =>
      [...this.held.values()].filter(held => held.node === node).length;
    const node = [...this.nodes].find(
      ([name, pods]) => !this.lost.has(name) && used(name) < pods,
    )?.[0];
    const condition: Condition = node
      ? { type: 'PodScheduled', status: 'True' }
      : {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: `0/${this.nodes.size} nodes are available: ${this.nodes.size} Too many pods.`,
        };
    const known = store
      .get('pods', metadata.name)
      ?.status.conditions.find(({ type }) => type === 'PodScheduled');
    if (known?.status === condition.status) {
      return;
    }
    if (node) {
      this.held.set(metadata.uid, { pod: metadata.name, node });
    }
    store.update('pods', metadata.name, object => {
      object.spec = { ...spec, nodeName: node };
      object.status.conditions = withCondition(
        object.status.conditions,
        condition,
      );
    });
  }

  private run(pod: KubePod, held: Held): void {
    const { store, folder, images } = this.options;
    const { metadata, spec } = pod;
    const [container] = spec.containers;
    const image = images[container.image];
    if (!image) {
      this.wait(
        pod,
        'ErrImagePull',
        `failed to pull image "${container.image}": not found`,
      );
      return;
    }
    const names = (spec.volumes ?? []).flatMap(({ secret }) =>
      secret ? [secret.secretName] : [],
    );
    const secrets = store.list('secrets', secret =>
      names.includes(secret.metadata.name),
    );
    if (secrets.length < names.length) {
      this.wait(pod, 'ContainerCreating');
      return;
    }
    const own = path.join(folder, metadata.name);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    held.process = new PodProcess({
      pod,
      image,
      secrets,
      folder: own,
      onExit: (code, signal) => this.exited(metadata.uid, code, signal),
    });
    this.starts.set(metadata.name, performance.now());
    store.update('pods', metadata.name, ({ status }) => {
      status.phase = 'Running';
      status.conditions = withCondition(status.conditions, {
        type: 'Ready',
        status: 'True',
      });
      status.containerStatuses = [
        {
          name: container.name,
          state: { running: { startedAt: kubeTime(new Date()) } },
        },
      ];
    });
  }

  private wait(
    { metadata, spec, status }: KubePod,
    reason: string,
    message?: string,
  ): void {
    if (status.containerStatuses?.[0]?.state.waiting?.reason === reason) {
      return;
    }
    this.options.store.update('pods', metadata.name, object => {
      object.status.containerStatuses = [
        {
          name: spec.containers[0].name,
          state: { waiting: { reason, message } },
        },
      ];
    });
  }

  private terminate({ metadata }: KubePod, held: Held | undefined): void {
    const seconds = metadata.deletionGracePeriodSeconds ?? 30;
    if (!held?.process || isGone(held.process) || seconds === 0) {
      this.options.store.remove('pods', metadata.name);
      return;
    }
    if (!held.terminating) {
      held.terminating = true;
      held.process.terminate();
    }
    clearTimeout(held.killTimer);
    held.killTimer = setTimeout(
      () => held.process?.killAll(),
      seconds * 1_000,
    ).unref();
  }

  private exited(
    uid: string,
    code: number | null,
    signal: string | null,
  ): void {
    const held = this.held.get(uid);
    if (!held || this.lost.has(held.node)) {
      return;
    }
    const { store } = this.options;
    clearTimeout(held.killTimer);
    const exitCode = code ?? (signal === 'SIGTERM' ? 143 : 137);
    const pod = store.update('pods', held.pod, ({ spec, status }) => {
      status.phase = exitCode === 0 ? 'Succeeded' : 'Failed';
      status.conditions = withCondition(status.conditions, {
        type: 'Ready',
        status: 'False',
        reason: 'PodCompleted',
      });
      status.containerStatuses = [
        {
          name: spec.containers[0].name,
          state: {
            terminated: {
              exitCode,
              reason: nameOfEnd(exitCode, held),
              message: exitCode === 0 ? undefined : held.process?.tail(),
            },
          },
        },
      ];
      if (held.evicted) {
        status.reason = 'Evicted';
        status.message = held.evicted;
      }
    });
    // Its place is free for another.
    this.held.delete(uid);
    if (pod?.metadata.deletionTimestamp) {
      store.remove('pods', held.pod);
    }
    this.reconcileIf(({ spec }) => !spec.nodeName);
  }

  private end(uid: string): void {
    const held = this.held.get(uid);
    if (held && !this.lost.has(held.node)) {
      held.process?.killAll();
      this.held.delete(uid);
      this.reconcileIf(({ spec }) => !spec.nodeName);
    }
  }

  /** Says of a pod why it is about to go. */
  disrupt(pod: string, reason: string, message: string): void {
    this.options.store.update('pods', pod, ({ status }) => {
      status.conditions = withCondition(status.conditions, {
        type: 'DisruptionTarget',
        status: 'True',
        reason,
        message,
      });
    });
  }

  private eachOn(node: string, act: (pod: string, held: Held) => void): void {
    for (const held of [...this.held.values()]) {
      if (held.node === node) act(held.pod, held);
    }
  }

  private of(pod: string): Held | undefined {
    return [...this.held.values()].find(held => held.pod === pod);
  }
}

function isGone(process: PodProcess): boolean {
  return process.pid === undefined;
}

function nameOfEnd(exitCode: number, { oom }: Held): string {
  if (oom) {
    return 'OOMKilled';
  }
  return exitCode === 0 ? 'Completed' : 'Error';
}
