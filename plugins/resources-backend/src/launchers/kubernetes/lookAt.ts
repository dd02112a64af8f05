import type { V1Job, V1Pod } from '@kubernetes/client-node';
import type { RunnerPresence } from '../Launcher';
import {
  describeDeadline,
  describeJobEnd,
  describePodEnd,
} from './describeEnd';
import { describeWait } from './describeWait';

/** Milliseconds after which a pod that should be gone is on a node that doesn't answer. */
const OVERDUE = 60_000;

export interface RunnerSight {
  readonly presence: RunnerPresence;
  /** For people. */
  readonly reason?: string;
}

export interface LookAtOptions {
  now: Date;
  /** Milliseconds from the pod's making. */
  startTimeout: number;
}

/** What a runner's Job and pods say about it. */
export function lookAt(
  job: V1Job | undefined,
  pods: readonly V1Pod[],
  options: LookAtOptions,
): RunnerSight {
  const pod = newest(pods);
  switch (pod?.status?.phase) {
    case 'Succeeded':
    case 'Failed':
      return {
        presence: 'gone',
        reason: describeDeadline(job) ?? describePodEnd(pod),
      };
    case 'Running':
      return isUnreachable(pod, options.now)
        ? { presence: 'unreachable', reason: describeUnreachable(pod) }
        : { presence: 'running' };
    case 'Unknown':
      return { presence: 'unreachable', reason: describeUnreachable(pod) };
    default:
      return job || pod ? waiting(job, pod, options) : { presence: 'unknown' };
  }
}

function waiting(
  job: V1Job | undefined,
  pod: V1Pod | undefined,
  { now, startTimeout }: LookAtOptions,
): RunnerSight {
  if (!pod && job && isOver(job)) {
    return {
      presence: 'gone',
      reason: describeDeadline(job) ?? describeJobEnd(job),
    };
  }
  const { reason, forGood, queued } = describeWait(job, pod);
  const since = pod
    ? pod.metadata?.creationTimestamp
    : job?.status?.startTime ?? job?.metadata?.creationTimestamp;
  const waited = since ? now.getTime() - new Date(since).getTime() : 0;
  const late = !queued && waited > startTimeout;
  return late || forGood
    ? {
        presence: 'stuck',
        reason:
          reason ??
          `Its pod ${pod?.metadata?.name} did not start within ${
            startTimeout / 1_000
          } s: 'kubectl -n ${pod?.metadata?.namespace} describe pod ${
            pod?.metadata?.name
          }' says why`,
      }
    : // A container that is being made is no news until it takes long.
      { presence: 'waiting', reason: pod || queued ? reason : undefined };
}

function newest(pods: readonly V1Pod[]): V1Pod | undefined {
  const made = (pod: V1Pod) =>
    new Date(pod.metadata?.creationTimestamp ?? 0).getTime();
  return [...pods].sort((a, b) => made(b) - made(a))[0];
}

function isOver(job: V1Job): boolean {
  return (
    job.status?.conditions?.some(
      ({ type, status }) =>
        (type === 'Complete' || type === 'Failed') && status === 'True',
    ) ?? false
  );
}

/**
 * The kubelet says of its pods that they are ready, and with what reason they aren't. Where the node has fallen
 * silent, the control plane says it in its place, without a reason, and later marks the pod for deletion, which
 * nobody carries out.
 */
function isUnreachable({ metadata, status }: V1Pod, now: Date): boolean {
  const condition = (name: string) =>
    status?.conditions?.find(({ type }) => type === name);
  if (
    status?.reason === 'NodeLost' ||
    condition('DisruptionTarget')?.reason === 'DeletionByTaintManager'
  ) {
    return true;
  }
  const { deletionTimestamp } = metadata ?? {};
  if (deletionTimestamp) {
    // It is the time at which the grace is over, not that of the request.
    return now.getTime() > new Date(deletionTimestamp).getTime() + OVERDUE;
  }
  const ready = condition('Ready');
  return ready !== undefined && ready.status !== 'True' && !ready.reason;
}

function describeUnreachable({ metadata, spec }: V1Pod): string {
  return `Node ${spec?.nodeName} does not answer, so what became of pod ${metadata?.name} is not known: Terraform may still be at work there. Nothing else touches the resource until Kubernetes says that the pod is gone. If the machine is dead for certain, remove the node ('kubectl delete node ${spec?.nodeName}')`;
}
