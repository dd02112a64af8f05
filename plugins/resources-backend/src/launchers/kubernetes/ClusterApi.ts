import type {
  BatchV1Api,
  CoreV1Api,
  V1Job,
  V1Pod,
  V1Secret,
} from '@kubernetes/client-node';
import type { RunnerRef } from '../Launcher';
import { ClusterError } from './ClusterError';
import { jobName } from './jobName';
import { LABELS, MANAGED_BY } from './labels';
import type { Retrier } from './Retrier';

export interface Listed<T> {
  items: T[];
  resourceVersion: string;
}

export interface ClusterApiOptions {
  batch: BatchV1Api;
  core: CoreV1Api;
  namespace: string;
  retrier: Retrier;
}

/** What the portal does in the namespace of its runners; each call is tried again as `Retrier` says. Throws ClusterError. */
export class ClusterApi {
  /** Of everything that is the portal's. */
  readonly selector = `${LABELS.managedBy}=${MANAGED_BY}`;

  constructor(private readonly options: ClusterApiOptions) {}

  get namespace(): string {
    return this.options.namespace;
  }

  /** @returns the Job of that name, also when it was there already. */
  async createJob(body: V1Job): Promise<V1Job> {
    const { batch, namespace } = this.options;
    const name = body.metadata?.name ?? '';
    return this.orExisting(
      `create the Job ${name}`,
      () => batch.createNamespacedJob({ namespace, body }),
      () => batch.readNamespacedJob({ namespace, name }),
    );
  }

  async createSecret(body: V1Secret): Promise<V1Secret> {
    const { core, namespace } = this.options;
    const name = body.metadata?.name ?? '';
    return this.orExisting(
      `create the Secret ${name}`,
      () => core.createNamespacedSecret({ namespace, body }),
      async () => body,
    );
  }

  /** Its pods get their own grace period, and the Job stays until they are gone. One that is not there is as good as deleted. */
  async deleteJob(name: string): Promise<void> {
    const { batch, namespace } = this.options;
    await this.unlessGone(`delete the Job ${name}`, () =>
      batch.deleteNamespacedJob({
        namespace,
        name,
        body: { propagationPolicy: 'Foreground' },
      }),
    );
  }

  /** Never with 0 seconds: that forgets the pod without knowing that its processes have ended. */
  async deletePod(name: string, graceSeconds: number): Promise<void> {
    const { core, namespace } = this.options;
    await this.unlessGone(`delete the pod ${name}`, () =>
      core.deleteNamespacedPod({
        namespace,
        name,
        body: { gracePeriodSeconds: Math.max(1, graceSeconds) },
      }),
    );
  }

  async listJobs(): Promise<Listed<V1Job>> {
    const { batch, namespace, retrier } = this.options;
    const list = await retrier.call('list Jobs', () =>
      batch.listNamespacedJob({ namespace, labelSelector: this.selector }),
    );
    return {
      items: list.items,
      resourceVersion: list.metadata?.resourceVersion ?? '',
    };
  }

  async listPods(): Promise<Listed<V1Pod>> {
    const { core, namespace, retrier } = this.options;
    const list = await retrier.call('list pods', () =>
      core.listNamespacedPod({ namespace, labelSelector: this.selector }),
    );
    return {
      items: list.items,
      resourceVersion: list.metadata?.resourceVersion ?? '',
    };
  }

  /** What the cluster itself has of a runner, whatever is known here. */
  async look(runner: RunnerRef): Promise<{ job?: V1Job; pods: V1Pod[] }> {
    const { batch, core, namespace, retrier } = this.options;
    const name = jobName(runner);
    const labelSelector = `${this.selector},${LABELS.run}=${runner.runId},${LABELS.attempt}=${runner.attempt}`;
    // The Job first: one that is gone makes no more pods.
    const job = await this.unlessGone(`read the Job ${name}`, () =>
      batch.readNamespacedJob({ namespace, name }),
    );
    const { items } = await retrier.call(`list the pods of ${name}`, () =>
      core.listNamespacedPod({ namespace, labelSelector }),
    );
    return { job, pods: items };
  }

  private orExisting<T>(
    what: string,
    create: () => Promise<T>,
    read: () => Promise<T>,
  ): Promise<T> {
    const { retrier } = this.options;
    return retrier.call(what, create).catch((error: ClusterError) => {
      // An earlier try came through, and its answer did not; or another portal was faster.
      if (error.status === 409) {
        return retrier.call(`${what} again`, read);
      }
      throw error;
    });
  }

  private unlessGone<T>(
    what: string,
    request: () => Promise<T>,
  ): Promise<T | undefined> {
    return this.options.retrier
      .call(what, request)
      .catch((error: ClusterError) => {
        if (error.status === 404) {
          return undefined;
        }
        throw error;
      });
  }
}
