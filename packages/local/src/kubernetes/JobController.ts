import { randomBytes } from 'node:crypto';
import { ApiError } from './ApiError';
import { checkPodSecurity } from './admission';
import { collect, deleteJob, deletePod } from './deleteObject';
import {
  conditionOf,
  kubeTime,
  withCondition,
  type KubeJob,
  type KubePod,
} from './objects';
import type { ObjectStore } from './ObjectStore';

/** Makes one pod of each Job, and says of the Job what became of the pod. As `backoffLimit: 0` and `podReplacementPolicy: Failed` want it. */
export class JobController {
  private readonly timers = new Set<NodeJS.Timeout>();
  /** Uids of Jobs that had their pod. */
  private readonly served = new Set<string>();
  /** Uids of Jobs past their deadline. */
  private readonly late = new Set<string>();

  constructor(private readonly store: ObjectStore) {
    store.onChange(({ kind, type, object }) => {
      const name =
        kind === 'jobs'
          ? object.metadata.name
          : object.metadata.ownerReferences?.[0]?.name;
      const job = name && store.get('jobs', name);
      if (job && !(kind === 'jobs' && type === 'DELETED')) {
        this.reconcile(job);
      }
      if (type === 'DELETED') {
        collect(store);
      }
    });
  }

  stop(): void {
    this.timers.forEach(timer => clearTimeout(timer));
  }

  private reconcile(job: KubeJob): void {
    const { metadata, spec, status } = job;
    if (isOver(job) || metadata.deletionTimestamp || spec.suspend) {
      return;
    }
    if (!this.served.has(metadata.uid)) {
      this.serve(job);
      return;
    }
    const [pod] = this.podsOf(job);
    const phase = pod?.status.phase;
    if (phase === 'Succeeded') {
      this.end(
        job,
        'Complete',
        'CompletionsReached',
        'Reached expected number',
      );
    } else if (!pod || phase === 'Failed') {
      const late = this.late.has(metadata.uid);
      this.end(
        job,
        'Failed',
        late ? 'DeadlineExceeded' : 'BackoffLimitExceeded',
        late
          ? 'Job was active longer than specified deadline'
          : 'Job has reached the specified backoff limit',
      );
    } else if (status.active !== 1) {
      this.store.update('jobs', metadata.name, object => {
        object.status.active = 1;
      });
    }
  }

  private serve(job: KubeJob): void {
    const { metadata, spec } = job;
    const { name, namespace, uid } = metadata;
    const podName = `${name}-${randomBytes(3).toString('hex').slice(0, 5)}`;
    this.served.add(uid);
    try {
      checkPodSecurity(podName, spec.template.spec);
    } catch (error) {
      if (error instanceof ApiError) return;
      throw error;
    }
    this.store.update('jobs', name, object => {
      object.status.startTime = kubeTime(new Date());
    });
    this.store.create('pods', {
      metadata: {
        name: podName,
        namespace,
        labels: {
          ...spec.template.metadata?.labels,
          'batch.kubernetes.io/job-name': name,
          'batch.kubernetes.io/controller-uid': uid,
        },
        annotations: spec.template.metadata?.annotations,
        ownerReferences: [
          {
            apiVersion: 'batch/v1',
            kind: 'Job',
            name,
            uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: spec.template.spec,
      status: { phase: 'Pending', conditions: [] },
    });
    if (spec.activeDeadlineSeconds) {
      this.after(spec.activeDeadlineSeconds, () => this.expire(name));
    }
  }

  /** The Job's deadline is over. */
  expire(name: string): void {
    const job = this.store.get('jobs', name);
    if (job && !isOver(job)) {
      this.late.add(job.metadata.uid);
      // Said before the pods are ended.
      this.store.update('jobs', name, ({ status }) => {
        status.conditions = withCondition(status.conditions, {
          type: 'FailureTarget',
          status: 'True',
          reason: 'DeadlineExceeded',
          message: 'Job was active longer than specified deadline',
        });
      });
      this.podsOf(job).forEach(({ metadata }) =>
        deletePod(this.store, metadata.name),
      );
    }
  }

  private podsOf({ metadata: { uid } }: KubeJob): KubePod[] {
    return this.store.list('pods', ({ metadata: { ownerReferences } }) =>
      Boolean(ownerReferences?.some(owner => owner.uid === uid)),
    );
  }

  private end(
    { metadata, spec }: KubeJob,
    type: 'Complete' | 'Failed',
    reason: string,
    message: string,
  ): void {
    this.store.update('jobs', metadata.name, ({ status }) => {
      status.active = 0;
      status[type === 'Complete' ? 'succeeded' : 'failed'] = 1;
      status.conditions = withCondition(status.conditions, {
        type: type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget',
        status: 'True',
        reason,
        message,
      });
      status.conditions = withCondition(status.conditions, {
        type,
        status: 'True',
        reason,
        message,
      });
    });
    if (spec.ttlSecondsAfterFinished !== undefined) {
      this.after(spec.ttlSecondsAfterFinished, () => {
        if (
          this.store.get('jobs', metadata.name)?.metadata.uid === metadata.uid
        )
          deleteJob(this.store, metadata.name, 'Foreground');
      });
    }
  }

  private after(seconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, Math.min(seconds * 1_000, 2 ** 31 - 1));
    timer.unref();
    this.timers.add(timer);
  }
}

function isOver({ status }: KubeJob): boolean {
  return ['Complete', 'Failed'].some(
    type => conditionOf(status.conditions, type)?.status === 'True',
  );
}

/** Whether a pod's containers have ended for good. */
export function isPodOver({ status }: KubePod): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}
