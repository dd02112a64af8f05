import type { V1Job, V1Pod } from '@kubernetes/client-node';

const SETTINGS = 'resources.launcher.kubernetes';

/** Why a pod was taken away, by the condition that the cluster sets before it does so. */
const DISRUPTIONS: Record<string, string> = {
  PreemptionByScheduler:
    'Its pod had to make room for one of a higher priority. Give runners a priority class of their own (priorityClass)',
  DeletionByTaintManager:
    'The node that it ran on stopped answering, or was closed for pods. Look after the node',
  EvictionByEvictionAPI:
    'Its node was drained. Drain nodes only when no runner is on them, or let the drain wait for its grace period',
  DeletionByPodGC:
    'The node that it ran on is gone from the cluster. Look for what ended it: an interrupted spot instance, or a scale-down',
  TerminationByKubelet:
    'Its node was shut down or ran out of something. Look at the events of the node',
};

/** In words, why a pod that is over, or was deleted, did not do its duty, and what to do; undefined when it did. */
export function describePodEnd(
  pod: V1Pod,
  deleted = false,
): string | undefined {
  const { status, spec } = pod;
  const node = spec?.nodeName ? ` on node ${spec.nodeName}` : '';
  if (status?.reason === 'Evicted') {
    return `Its pod${node} was evicted: ${
      status.message ?? 'no reason is given'
    }. Where it is the work folder that grew, raise ${SETTINGS}.workspaceSize; where it is the node's memory or disk, raise ${SETTINGS}.resources.requests`;
  }
  const ended = status?.containerStatuses?.[0]?.state?.terminated;
  if (ended?.reason === 'OOMKilled') {
    const limit = spec?.containers[0].resources?.limits?.memory;
    return `Terraform needed more memory than its pod may have${
      limit ? ` (${limit})` : ''
    } and was killed. Raise ${SETTINGS}.resources.limits.memory, or make the module smaller`;
  }
  const disruption = status?.conditions?.find(
    ({ type, status: is }) => type === 'DisruptionTarget' && is === 'True',
  );
  if (disruption) {
    const words = DISRUPTIONS[disruption.reason ?? ''];
    return words
      ? `${words}${disruption.message ? ` (${disruption.message})` : ''}`
      : `Kubernetes took its pod${node} away: ${
          disruption.message ?? disruption.reason
        }`;
  }
  if (ended && ended.exitCode !== 0) {
    const text = ended.message?.trim().slice(-500);
    return `Its program${node} ended with exit code ${ended.exitCode}${
      ended.exitCode === 137 ? ', which is a kill,' : ''
    }${text ? ` and said: ${text}` : ' and said nothing'}`;
  }
  if (status?.phase === 'Failed') {
    return `Its pod${node} failed: ${
      status.message ?? status.reason ?? 'no reason is given'
    }`;
  }
  return deleted && status?.phase !== 'Succeeded'
    ? `Its pod ${pod.metadata?.name}${node} was deleted. Where the portal did not do that, the audit log of the cluster says who did`
    : undefined;
}

/** The same for a Job of which no pod is left. */
export function describeJobEnd(job: V1Job): string | undefined {
  const failed = job.status?.conditions?.find(
    ({ type, status }) => type === 'Failed' && status === 'True',
  );
  return failed
    ? `Its Job failed: ${
        failed.message ?? failed.reason ?? 'no reason is given'
      }`
    : undefined;
}

/** The same for a Job past its deadline, whose pod only says that it was ended. */
export function describeDeadline(job: V1Job | undefined): string | undefined {
  return job?.status?.conditions?.some(
    ({ reason }) => reason === 'DeadlineExceeded',
  )
    ? `It did not end within ${job.spec?.activeDeadlineSeconds} s, so the cluster ended it. Raise resources.runs.deadline for modules that need longer`
    : undefined;
}
