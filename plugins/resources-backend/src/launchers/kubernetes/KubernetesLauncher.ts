import { EventEmitter } from 'node:events';
import type { V1Job, V1Pod, Watch } from '@kubernetes/client-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';
import type { KubernetesLauncherConfig } from '../../config/kubernetesLauncherSchema';
import type {
  Launcher,
  LaunchRequest,
  RunnerPresence,
  RunnerRef,
} from '../Launcher';
import type { ClusterApi } from './ClusterApi';
import { describeDeadline, describePodEnd } from './describeEnd';
import { jobManifest } from './jobManifest';
import { jobName, runnerOf } from './jobName';
import { lookAt, type RunnerSight } from './lookAt';
import { tokenSecret } from './tokenSecret';
import { WatchedList } from './WatchedList';

export interface KubernetesLauncherOptions {
  config: KubernetesLauncherConfig;
  /** Milliseconds each. */
  limits: { deadline: number; grace: number };
  api: ClusterApi;
  watch: Watch;
  /** Base URL of the runner API, as pods reach it. */
  portalUrl: () => Promise<string>;
  logger: LoggerService;
  now: () => Date;
  random: () => number;
}

/**
 * Runners as Jobs, one for each phase of a run. The cluster schedules, isolates and shares out; what it has is watched
 * here, by every portal for itself, so a portal that starts anew finds its runners by their labels.
 */
export class KubernetesLauncher implements Launcher {
  readonly host: string;
  /** By the Job's `activeDeadlineSeconds`, which counts from its start and not from when it was queued. */
  readonly keepsDeadline = true;
  private readonly changes = new EventEmitter();
  private readonly jobs: WatchedList<V1Job>;
  private readonly pods: WatchedList<V1Pod>;
  /** Why runners of the last time ended, or didn't start: their pods don't stay to be asked. */
  private readonly reasons = new LRUCache<string, string>({ max: 1_000 });

  /** Jobs that were seen to go. */
  private readonly ended = new LRUCache<string, true>({ max: 1_000 });

  constructor(private readonly options: KubernetesLauncherOptions) {
    const { api, config, logger, random, watch } = options;
    this.host = `kubernetes:${config.cluster}/${config.namespace}`;
    const common = { selector: api.selector, watch, logger, random };
    this.jobs = new WatchedList<V1Job>({
      ...common,
      what: 'Jobs',
      path: `/apis/batch/v1/namespaces/${api.namespace}/jobs`,
      list: () => api.listJobs(),
      onChange: (job, gone) => this.changed(job, gone),
    });
    this.pods = new WatchedList<V1Pod>({
      ...common,
      what: 'pods',
      path: `/api/v1/namespaces/${api.namespace}/pods`,
      list: () => api.listPods(),
      owner: ({ metadata }) => {
        const runner = runnerOf(metadata);
        return runner && jobName(runner);
      },
      onChange: (pod, gone) => this.podChanged(pod, gone),
    });
  }

  start(): void {
    this.jobs.start();
    this.pods.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.jobs.stop(), this.pods.stop()]);
  }

  async launch(request: LaunchRequest): Promise<void> {
    const { api, config, limits, portalUrl } = this.options;
    const manifest = jobManifest(request, {
      config,
      limits,
      portalUrl: await portalUrl(),
    });
    const job = await api.createJob(manifest);
    try {
      // After the Job, since it owns it; the pod waits for its files.
      await api.createSecret(tokenSecret(request, job));
    } catch (error) {
      await api.deleteJob(jobName(request));
      throw error;
    }
    this.jobs.add(job);
  }

  onExit(listener: () => void): void {
    this.changes.on('exit', listener);
  }

  /** @throws Error while the cluster can't be asked. */
  async probe(runner: RunnerRef): Promise<RunnerPresence> {
    return (await this.sight(runner)).presence;
  }

  async explain(runner: RunnerRef): Promise<string | undefined> {
    return (await this.sight(runner)).reason;
  }

  /** Deletes the Job: its pod gets SIGTERM, which the runner hands on to Terraform once, and its grace period. */
  async interrupt(runner: RunnerRef): Promise<void> {
    const name = jobName(runner);
    if (!this.jobs.get(name)?.metadata?.deletionTimestamp) {
      await this.options.api.deleteJob(name);
    }
  }

  async cancel(runner: RunnerRef): Promise<void> {
    await this.interrupt(runner);
  }

  async kill(runner: RunnerRef): Promise<void> {
    await this.interrupt(runner);
    for (const { metadata } of this.podsOf(runner)) {
      await this.options.api.deletePod(metadata?.name ?? '', 1);
    }
  }

  describe(runner: RunnerRef): string {
    return `the log of its pod ('kubectl -n ${
      this.options.api.namespace
    } logs job/${jobName(runner)}'), as long as the cluster keeps it`;
  }

  /** What a pod had on its disk goes with it; a state that could not be saved is in the bucket, if anywhere. */
  async findErroredStates(): Promise<string[]> {
    return [];
  }

  private async sight(runner: RunnerRef): Promise<RunnerSight> {
    if (!this.jobs.current || !this.pods.current) {
      throw new Error(
        `Kubernetes can't be asked about run ${runner.runId} for the moment`,
      );
    }
    const name = jobName(runner);
    const seen = this.seen(runner);
    if (seen.presence !== 'unknown') {
      return { ...seen, reason: this.remembered(name, seen) };
    }
    // Nothing here may also mean that it is too new, or was made by another portal: the cluster itself knows.
    const { job, pods } = await this.options.api.look(runner);
    const looked = lookAt(job, pods, this.lookOptions());
    const reason = this.remembered(name, looked);
    return looked.presence === 'unknown' && (reason || this.ended.has(name))
      ? { presence: 'gone', reason }
      : { ...looked, reason };
  }

  private remembered(name: string, { presence, reason }: RunnerSight) {
    if (presence === 'stuck' && reason) {
      this.reasons.set(name, reason);
    }
    return presence === 'gone' || presence === 'unknown'
      ? describeDeadline(this.jobs.get(name)) ??
          this.reasons.get(name) ??
          reason
      : reason;
  }

  private seen(runner: RunnerRef): RunnerSight {
    return lookAt(
      this.jobs.get(jobName(runner)),
      this.podsOf(runner),
      this.lookOptions(),
    );
  }

  private lookOptions() {
    const { config, now } = this.options;
    return { now: now(), startTimeout: config.startTimeout };
  }

  private podsOf(runner: RunnerRef): V1Pod[] {
    return this.pods.of(jobName(runner));
  }

  private podChanged(pod: V1Pod, gone: boolean): void {
    const runner = runnerOf(pod.metadata);
    const over = gone || pod.status?.phase === 'Failed';
    const reason = over ? describePodEnd(pod, gone) : undefined;
    if (runner && reason && !this.reasons.has(jobName(runner))) {
      this.reasons.set(jobName(runner), reason);
    }
    this.changed(pod, gone);
  }

  private changed({ metadata }: V1Job | V1Pod, gone: boolean): void {
    const runner = runnerOf(metadata);
    if (runner && gone) {
      this.ended.set(jobName(runner), true);
    }
    const presence = runner && this.seen(runner).presence;
    if (presence === 'gone' || presence === 'unknown') {
      this.changes.emit('exit');
    }
  }
}
