import {
  startLocalKubernetes,
  type LocalKubernetes,
} from '@terrastage/local/testing';
import type { JsonObject } from '@backstage/types';
import { eventually } from './eventually';
import type { RealRunner } from './realRunner';
import type { PortalApi } from './TestPortal';
import { TestRunner } from './TestRunner';

export const launcherKinds = ['process', 'kubernetes'] as const;

export type LauncherKind = (typeof launcherKinds)[number];

/** Where a test's runners are: processes of this machine, or pods of a stand-in for a cluster. */
export interface RunnerPlace {
  /** For the portal. */
  options: {
    command?: string[];
    env?: Record<string, string>;
    initCacheDir?: string;
    kubernetes?: JsonObject;
  };
  /** Of the runner's process, once it was launched. */
  pid(portal: PortalApi, runId: string): Promise<number>;
  /** The runner of a run, once it was launched; the test speaks for it. */
  runner(portal: PortalApi, runId: string): Promise<TestRunner>;
  /** Ends every runner. */
  stop(portal: PortalApi): Promise<void>;
}

type RunnerOptions = Pick<RealRunner, 'command' | 'env'> &
  Partial<Pick<RealRunner, 'initCacheDir'>>;

/** Runners that do nothing until the test speaks for them. */
export const SILENT = { command: ['sleep', '600'], env: {} };

export async function startRunnerPlace(
  kind: LauncherKind,
  { command, env, initCacheDir }: RunnerOptions,
): Promise<RunnerPlace> {
  if (kind === 'process') {
    return {
      options: { command, env, initCacheDir },
      pid: async (portal, runId) => (await portal.runner(runId)).pid,
      runner: (portal, runId) => portal.runner(runId),
      stop: portal => portal.killRunners(),
    };
  }
  return placeOf(await startCluster({ command, env }));
}

/** A stand-in for a cluster whose runners are such processes. */
export function startCluster({
  command,
  env,
}: Pick<RealRunner, 'command' | 'env'>): Promise<LocalKubernetes> {
  return startLocalKubernetes({
    images: {
      'terrastage-runner': {
        command,
        env: { AWS_REGION: 'us-east-1', ...env },
      },
    },
  });
}

export function placeOf(cluster: LocalKubernetes): RunnerPlace {
  const pid = (runId: string) =>
    eventually(async () => {
      const pod = cluster.podOf(`terrastage-${runId}-1`);
      const found = pod && cluster.kubelets.pid(pod.metadata.name);
      if (!found) throw new Error(`Run ${runId} has no pod`);
      return found;
    });
  return {
    options: {
      kubernetes: {
        namespace: cluster.namespace,
        image: 'terrastage-runner',
        kubeconfig: cluster.kubeconfig,
      },
    },
    pid: (_portal, runId) => pid(runId),
    runner: async ({ url }, runId) => {
      const launched = await pid(runId);
      const secret = cluster
        .secrets()
        .find(({ metadata }) => metadata.name === `terrastage-${runId}-1`);
      const token = Buffer.from(secret!.data!.token, 'base64').toString();
      return new TestRunner(`${url}/runner`, runId, 1, token, launched);
    },
    stop: () => cluster.stop(),
  };
}
