import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { tempDir } from '../system/tempDir';
import { ApiServer } from './ApiServer';
import { deletePod } from './deleteObject';
import { Faults } from './Faults';
import { JobController } from './JobController';
import { Kubelets } from './Kubelets';
import type { KubeJob, KubePod, KubeSecret } from './objects';
import { ObjectStore } from './ObjectStore';
import type { PodImage } from './PodProcess';

export interface LocalKubernetesOptions {
  /** By the name that pods give; others can't be pulled. */
  images: Record<string, PodImage>;
  /** How many pods each node takes, by its name. Default: one node, of a hundred. */
  nodes?: Record<string, number>;
  namespace?: string;
}

/**
 * A stand-in for a Kubernetes cluster: the API server's HTTP for Jobs, pods and Secrets of one namespace, the Job
 * controller, the garbage collector, the scheduler and kubelets, whose containers are processes of this machine.
 */
export class LocalKubernetes {
  readonly faults = new Faults();
  private readonly store = new ObjectStore();
  private readonly controller = new JobController(this.store);
  readonly kubelets: Kubelets;
  private readonly server: ApiServer;

  constructor(
    readonly namespace: string,
    private readonly folder: { path: string; remove(): Promise<void> },
    options: LocalKubernetesOptions,
    private readonly token = randomBytes(16).toString('hex'),
  ) {
    this.kubelets = new Kubelets({
      store: this.store,
      folder: folder.path,
      images: options.images,
      nodes: options.nodes ?? { 'node-1': 100 },
    });
    this.server = new ApiServer({
      store: this.store,
      faults: this.faults,
      namespace,
      token: this.token,
    });
  }

  /** File by which a client reaches it. */
  get kubeconfig(): string {
    return path.join(this.folder.path, 'kubeconfig');
  }

  async start(): Promise<void> {
    const server = await this.server.listen();
    const name = 'local';
    await writeFile(
      this.kubeconfig,
      stringify({
        apiVersion: 'v1',
        kind: 'Config',
        // The client wants to be told that plain HTTP is meant.
        clusters: [
          { name, cluster: { server, 'insecure-skip-tls-verify': true } },
        ],
        users: [{ name, user: { token: this.token } }],
        contexts: [
          {
            name,
            context: { cluster: name, user: name, namespace: this.namespace },
          },
        ],
        'current-context': name,
      }),
      { mode: 0o600 },
    );
  }

  async stop(): Promise<void> {
    this.controller.stop();
    this.kubelets.stop();
    await this.server.close();
    await this.folder.remove();
  }

  jobs(): KubeJob[] {
    return this.store.list('jobs');
  }

  pods(): KubePod[] {
    return this.store.list('pods');
  }

  secrets(): KubeSecret[] {
    return this.store.list('secrets');
  }

  /** The pod of a Job. */
  podOf(job: string): KubePod | undefined {
    return this.store.list(
      'pods',
      ({ metadata }) =>
        metadata.labels?.['batch.kubernetes.io/job-name'] === job,
    )[0];
  }

  /** Names of the Jobs that somebody wanted to be made, as often as that. */
  get wantedJobs(): readonly string[] {
    return this.server.wantedJobs;
  }

  /** Milliseconds that its API, and the start of processes, took between two times (since 1970). */
  busyBetween(from: number, to: number): number {
    return this.server.busyBetween(from, to);
  }

  /** When the process of a Job's pod was started, in milliseconds since 1970. */
  startedAt(job: string): number | undefined {
    const pod = this.podOf(job);
    const started = pod && this.kubelets.startedAt(pod.metadata.name);
    return started && performance.timeOrigin + started;
  }

  /** As Kueue does it when the team's quota has room. */
  admit(job: string): void {
    this.store.update('jobs', job, ({ spec }) => {
      spec.suspend = false;
    });
  }

  /** Lets a Job's `activeDeadlineSeconds` be over. */
  expireDeadline(job: string): void {
    this.controller.expire(job);
  }

  /** A drained node takes a pod away, which gets its grace period. */
  drain(pod: string): void {
    this.kubelets.disrupt(
      pod,
      'EvictionByEvictionAPI',
      'Eviction API: evicting',
    );
    deletePod(this.store, pod);
  }

  /** Forgets the versions so far, so that who watches has to list again. */
  expireWatches(): void {
    this.store.compact();
    this.server.dropConnections();
  }

  dropConnections(): void {
    this.server.dropConnections();
  }
}

export async function startLocalKubernetes(
  options: LocalKubernetesOptions,
): Promise<LocalKubernetes> {
  const folder = await tempDir('terrastage-kubernetes-');
  const cluster = new LocalKubernetes(
    options.namespace ?? 'terrastage-runs',
    folder,
    options,
  );
  await cluster.start();
  return cluster;
}
