import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { defaultMaxConcurrent } from '../config/defaultMaxConcurrent';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import { createKubernetesLauncher } from './kubernetes/createKubernetesLauncher';
import type { Launcher } from './Launcher';
import { createProcessLauncher } from './process/createProcessLauncher';

export interface CreateLauncherOptions {
  config: ResourcesConfig;
  discovery: DiscoveryService;
  logger: LoggerService;
  now: () => Date;
  /** Aborted when the portal stops. */
  signal: AbortSignal;
}

export interface CreatedLauncher {
  launcher: Launcher;
  /** How many runs at once unless the configuration says it. */
  maxConcurrent: number;
  /** Where runners leave their files, when that is on this machine. */
  runsDir?: string;
}

/** The launcher that the configuration chooses: Kubernetes where `launcher.kubernetes` is there, else processes. */
export function createLauncher(
  options: CreateLauncherOptions,
): CreatedLauncher {
  const { config } = options;
  if (config.launcher.kubernetes) {
    const launcher = createKubernetesLauncher({
      ...options,
      config: config.launcher.kubernetes,
      runs: config.runs,
    });
    // How much is done at once is the cluster's to say, by its quotas and queues.
    return { launcher, maxConcurrent: Infinity };
  }
  return {
    ...createProcessLauncher({ ...options, config: config.launcher.process }),
    maxConcurrent: defaultMaxConcurrent(),
  };
}
