import { startLocalKubernetes } from '@terrastage/local/testing';
import type { JsonObject } from '@backstage/types';
import { eventually } from './eventually';
import type { RealRunner } from './realRunner';
import type { PortalApi } from './TestPortal';

export const launcherKinds = ['process', 'kubernetes'] as const;

export type LauncherKind = (typeof launcherKinds)[number];

/** Where a test's runners are: processes of this machine, or pods of a stand-in for a cluster. */
export interface RunnerPlace {
  /** For the portal. */
  options: {
    command?: string[];
    env?: Record<string, string>;
    kubernetes?: JsonObject;
  };
  /** Of the runner's process, once it was launched. */
  pid(portal: PortalApi, runId: string): Promise<number>;
  /** Ends every runner. */
  stop(portal: PortalApi): Promise<void>;
}

export async function startRunnerPlace(
  kind: LauncherKind,
  { command, env }: Pick<RealRunner, 'command' | 'env'>,
): Promise<RunnerPlace> {
  if (kind === 'process') {
    return {
      options: { command, env },
      pid: async (portal, runId) => (await portal.runner(runId)).pid,
      stop: portal => portal.killRunners(),
    };
  }
  const cluster = await startLocalKubernetes({
    images: {
      'terrastage-runner': {
        command,
        env: { AWS_REGION: 'us-east-1', ...env },
      },
    },
  });
  return {
    options: {
      kubernetes: {
        namespace: cluster.namespace,
        image: 'terrastage-runner',
        kubeconfig: cluster.kubeconfig,
      },
    },
    pid: (_portal, runId) =>
      eventually(async () => {
        const pod = cluster.podOf(`terrastage-${runId}-1`);
        const pid = pod && cluster.kubelets.pid(pod.metadata.name);
        if (!pid) throw new Error(`Run ${runId} has no pod`);
        return pid;
      }),
    stop: () => cluster.stop(),
  };
}
