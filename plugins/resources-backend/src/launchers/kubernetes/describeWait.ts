import type { V1Job, V1Pod } from '@kubernetes/client-node';
import { LABELS } from './labels';

const SETTINGS = 'resources.launcher.kubernetes';

export interface Wait {
  /** For people, with what to do; undefined while all is as it should be. */
  reason?: string;
  /** That more time doesn't help. */
  forGood?: boolean;
  /** That it waits for its turn, however long that takes. */
  queued?: boolean;
}

/** In words, what a runner that has not started waits for. */
export function describeWait(
  job: V1Job | undefined,
  pod: V1Pod | undefined,
): Wait {
  if (pod) {
    return describePod(pod);
  }
  if (job?.spec?.suspend) {
    const queue = job.metadata?.labels?.[LABELS.queue];
    return {
      queued: true,
      reason: `Waits in the queue ${queue} until its team's share of the cluster has room`,
    };
  }
  return {
    reason: `Kubernetes has made no pod for its Job yet. If that lasts: 'kubectl -n ${job?.metadata?.namespace} describe job ${job?.metadata?.name}' says why (a full quota, a service account that is not there, a rule of admission)`,
  };
}

function describePod(pod: V1Pod): Wait {
  const image = pod.spec?.containers[0].image;
  const waiting = pod.status?.containerStatuses?.[0]?.state?.waiting;
  const said = waiting?.message ? `: ${waiting.message}` : '';
  switch (waiting?.reason) {
    case 'InvalidImageName':
    case 'ErrImageNeverPull':
      return {
        forGood: true,
        reason: `The runner's image ${image} can't be used${said}. Correct ${SETTINGS}.image`,
      };
    case 'ErrImagePull':
    case 'ImagePullBackOff':
      return {
        reason: `The runner's image ${image} can't be pulled${said}. Check ${SETTINGS}.image, that the image is in the registry, and that the nodes may read there`,
      };
    case 'CreateContainerConfigError':
    case 'CreateContainerError':
    case 'RunContainerError':
      return {
        reason: `The runner's container can't be started${said}. 'kubectl -n ${pod.metadata?.namespace} describe pod ${pod.metadata?.name}' says more`,
      };
    default:
  }
  const scheduled = pod.status?.conditions?.find(
    ({ type }) => type === 'PodScheduled',
  );
  return scheduled?.reason === 'Unschedulable'
    ? {
        reason: `No node of the cluster has room for the runner${
          scheduled.message ? `: ${scheduled.message}` : ''
        }. Add nodes, or lower ${SETTINGS}.resources.requests`,
      }
    : {};
}
