import type { V1Job, V1Secret } from '@kubernetes/client-node';
import type { LaunchRequest } from '../Launcher';
import { jobName } from './jobName';

/** The run's token as a file of its pod. The Job owns it, so it goes with the Job, however that goes. */
export function tokenSecret(request: LaunchRequest, job: V1Job): V1Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: jobName(request),
      labels: job.metadata?.labels,
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name: jobName(request),
          uid: job.metadata?.uid ?? '',
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    type: 'Opaque',
    immutable: true,
    data: { token: Buffer.from(request.token).toString('base64') },
  };
}
