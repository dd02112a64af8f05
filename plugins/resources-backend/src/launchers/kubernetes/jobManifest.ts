import type {
  V1EnvVar,
  V1Job,
  V1SecurityContext,
} from '@kubernetes/client-node';
import { RUNNER_ENV } from '@terrastage/terraform-runner/protocol';
import type { KubernetesLauncherConfig } from '../../config/kubernetesLauncherSchema';
import type { LaunchRequest } from '../Launcher';
import { jobName } from './jobName';
import { LABELS, labelValue, MANAGED_BY, OWNER_ANNOTATION } from './labels';

/** Where the container has its volumes. */
const WORK = '/var/lib/terrastage';
const TOKEN = '/var/run/terrastage';
/** Any that is not root's; the image's own files are readable for all. */
const USER = 10_001;
/** Seconds on top of the runner's own deadline and grace, so that the cluster steps in only after the runner. */
const MARGIN = 300;

/** A node that is emptied to save money must not take a runner with it: Terraform would be stopped in mid-apply. */
const KEEP_IN_PLACE = {
  'karpenter.sh/do-not-disrupt': 'true',
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false',
};

const CONTAINER_SECURITY: V1SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

export interface JobManifestOptions {
  config: KubernetesLauncherConfig;
  /** Base URL of the runner API, as pods reach it. */
  portalUrl: string;
  /** Milliseconds each, as the runner keeps them. */
  limits: { deadline: number; grace: number };
}

/**
 * One phase of one run as a Job: one pod, never a second one, under the restricted Pod Security Standard
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted).
 */
export function jobManifest(
  request: LaunchRequest,
  options: JobManifestOptions,
): V1Job {
  const { config, limits } = options;
  const grace = graceSeconds(limits.grace);
  const queue = config.queues[request.owner] ?? config.defaultQueue;
  const labels = {
    ...config.labels,
    [LABELS.name]: 'terrastage-runner',
    [LABELS.managedBy]: MANAGED_BY,
    [LABELS.run]: request.runId,
    [LABELS.attempt]: String(request.attempt),
    [LABELS.team]: labelValue(request.owner.replace(/^group:default\//, '')),
    [LABELS.template]: labelValue(request.type),
  };
  const annotations = { [OWNER_ANNOTATION]: request.owner };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: jobName(request),
      labels: { ...labels, ...(queue && { [LABELS.queue]: queue }) },
      annotations,
    },
    spec: {
      // Terraform is never started a second time by the cluster: what the first did is not known.
      backoffLimit: 0,
      completions: 1,
      parallelism: 1,
      podReplacementPolicy: 'Failed',
      // Kueue starts it when the team's quota has room.
      suspend: queue !== undefined,
      activeDeadlineSeconds:
        Math.ceil(limits.deadline / 1_000) +
        grace +
        Math.ceil(config.startTimeout / 1_000) +
        MARGIN,
      ttlSecondsAfterFinished: Math.ceil(config.ttlAfterFinished / 1_000),
      template: {
        metadata: { labels, annotations: { ...annotations, ...KEEP_IN_PLACE } },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: grace,
          serviceAccountName:
            config.serviceAccounts[request.type] ?? config.serviceAccount,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          priorityClassName: config.priorityClass,
          nodeSelector: config.nodeSelector,
          tolerations: config.tolerations,
          imagePullSecrets: config.imagePullSecrets.map(name => ({ name })),
          securityContext: {
            runAsNonRoot: true,
            runAsUser: USER,
            runAsGroup: USER,
            fsGroup: USER,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'runner',
              image: config.image,
              imagePullPolicy: config.imagePullPolicy,
              command: config.command,
              env: runnerEnv(request, options),
              resources: config.resources,
              securityContext: CONTAINER_SECURITY,
              volumeMounts: [
                { name: 'work', mountPath: WORK },
                { name: 'tmp', mountPath: '/tmp' },
                { name: 'token', mountPath: TOKEN, readOnly: true },
              ],
              // What the runner says of wrong settings is on its standard error, which is the log's end.
              terminationMessagePolicy: 'FallbackToLogsOnError',
            },
          ],
          volumes: [
            { name: 'work', emptyDir: { sizeLimit: config.workspaceSize } },
            { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
            {
              name: 'token',
              secret: { secretName: jobName(request), defaultMode: 0o440 },
            },
          ],
        },
      },
    },
  };
}

/** Seconds from the request to end until the kill: what Terraform gets to save its state, and ten minutes at least. */
export function graceSeconds(grace: number): number {
  return Math.max(600, Math.ceil(grace / 1_000) + 60);
}

function runnerEnv(
  { runId, attempt }: LaunchRequest,
  { config, portalUrl }: JobManifestOptions,
): V1EnvVar[] {
  const env = {
    ...config.env,
    [RUNNER_ENV.portalUrl]: portalUrl,
    [RUNNER_ENV.runId]: runId,
    [RUNNER_ENV.attempt]: String(attempt),
    [RUNNER_ENV.tokenFile]: `${TOKEN}/token`,
    [RUNNER_ENV.workDir]: `${WORK}/work`,
  };
  return Object.entries(env).map(([name, value]) => ({ name, value }));
}
