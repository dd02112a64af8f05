import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type * as Client from '@kubernetes/client-node';
import type { ResourcesConfig } from '../../config/ResourcesConfig';
import type { KubernetesLauncherConfig } from '../../config/kubernetesLauncherSchema';
import { ClusterApi } from './ClusterApi';
import { KubernetesLauncher } from './KubernetesLauncher';
import { keepConnections } from './keepConnections';
import { Retrier } from './Retrier';

/** Milliseconds for which a launch, a cancel or a look is tried again. */
const PATIENCE = 60_000;

export interface CreateKubernetesLauncherOptions {
  config: KubernetesLauncherConfig;
  runs: ResourcesConfig['runs'];
  discovery: DiscoveryService;
  logger: LoggerService;
  now: () => Date;
  /** Ends what is being tried again. */
  signal: AbortSignal;
}

/**
 * The Kubernetes launcher by configuration. Credentials: `kubeconfig`, else the pod's own service account, else the
 * user's kubeconfig.
 */
export function createKubernetesLauncher(
  options: CreateKubernetesLauncherOptions,
): KubernetesLauncher {
  const { config, discovery, logger, now, runs, signal } = options;
  // Loaded only here: it takes a second that portals with the process launcher need not wait.
  const client = require('@kubernetes/client-node') as typeof Client;
  const { BatchV1Api, CoreV1Api, KubeConfig, Watch } = client;
  const cluster = new KubeConfig();
  if (config.kubeconfig) {
    cluster.loadFromFile(config.kubeconfig);
  } else {
    cluster.loadFromDefault();
  }
  if (config.context) {
    cluster.setCurrentContext(config.context);
  }
  const current = cluster.getCurrentCluster();
  if (!current) {
    throw new Error(
      `The kubeconfig has no cluster for the context '${cluster.getCurrentContext()}': correct resources.launcher.kubernetes.kubeconfig or .context`,
    );
  }
  const random = Math.random;
  const configuration = client.createConfiguration({
    baseServer: new client.ServerConfiguration(current.server, {}),
    authMethods: { default: keepConnections(cluster) },
  });
  return new KubernetesLauncher({
    config,
    limits: runs,
    api: new ClusterApi({
      batch: new BatchV1Api(configuration),
      core: new CoreV1Api(configuration),
      namespace: config.namespace,
      retrier: new Retrier({ patience: PATIENCE, now, random, signal }),
    }),
    watch: new Watch(cluster),
    portalUrl: async () =>
      config.portalUrl ??
      `${await discovery.getBaseUrl('resources')}/v1/runner`,
    logger,
    now,
    random,
  });
}
