/** The parts of Kubernetes' objects that the stand-in itself reads or writes; all else of a body is kept as it is. */
export interface KubeMeta {
  name: string;
  namespace: string;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
  }>;
  finalizers?: string[];
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: KubeMeta;
}

export interface KubeSecret extends KubeObject {
  data?: Record<string, string>;
}

export interface Container {
  name: string;
  image: string;
  command?: string[];
  args?: string[];
  env?: Array<{ name: string; value?: string }>;
  volumeMounts?: Array<{ name: string; mountPath: string }>;
  securityContext?: {
    allowPrivilegeEscalation?: boolean;
    readOnlyRootFilesystem?: boolean;
    capabilities?: { drop?: string[] };
  };
}

export interface PodSpec {
  restartPolicy?: string;
  terminationGracePeriodSeconds?: number;
  nodeName?: string;
  containers: Container[];
  volumes?: Array<{
    name: string;
    emptyDir?: object;
    secret?: { secretName: string };
  }>;
  securityContext?: {
    runAsNonRoot?: boolean;
    seccompProfile?: { type: string };
  };
}

interface ContainerStatus {
  name: string;
  state: {
    waiting?: { reason: string; message?: string };
    running?: { startedAt: string };
    terminated?: { exitCode: number; reason: string; message?: string };
  };
}

export interface KubePod extends KubeObject {
  spec: PodSpec;
  status: {
    phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
    reason?: string;
    message?: string;
    conditions: Condition[];
    containerStatuses?: ContainerStatus[];
  };
}

export interface KubeJob extends KubeObject {
  spec: {
    suspend?: boolean;
    backoffLimit?: number;
    activeDeadlineSeconds?: number;
    ttlSecondsAfterFinished?: number;
    template: {
      metadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
      spec: PodSpec;
    };
  };
  status: {
    startTime?: string;
    active?: number;
    succeeded?: number;
    failed?: number;
    conditions?: Condition[];
  };
}

export interface Kinds {
  jobs: KubeJob;
  pods: KubePod;
  secrets: KubeSecret;
}

export type KindName = keyof Kinds;

/** RFC 3339 with seconds, as Kubernetes writes times. */
export function kubeTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function conditionOf(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/** The conditions with this one among them, in the place of the one of its type. */
export function withCondition(
  conditions: Condition[] | undefined,
  condition: Condition,
): Condition[] {
  return [
    ...(conditions ?? []).filter(({ type }) => type !== condition.type),
    { lastTransitionTime: kubeTime(new Date()), ...condition },
  ];
}
