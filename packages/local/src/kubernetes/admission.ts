import { ApiError } from './ApiError';
import type { KubeJob, PodSpec } from './objects';

const NAME = /^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/;
const LABEL = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** What the API server checks of a Job before it keeps it. @throws ApiError Invalid */
export function checkJob({ metadata, spec }: KubeJob): void {
  const faults: string[] = [];
  const labels = { ...metadata.labels, ...spec.template?.metadata?.labels };
  if (!NAME.test(metadata.name)) {
    faults.push(`metadata.name: Invalid value: "${metadata.name}"`);
  }
  for (const [name, value] of Object.entries(labels)) {
    if (!LABEL.test(value)) {
      faults.push(`metadata.labels[${name}]: Invalid value: "${value}"`);
    }
  }
  const pod = spec.template?.spec;
  if (!pod?.containers?.length) {
    faults.push('spec.template.spec.containers: Required value');
  } else if (!['Never', 'OnFailure'].includes(pod.restartPolicy ?? 'Always')) {
    faults.push('spec.template.spec.restartPolicy: Unsupported value');
  }
  for (const { volumeMounts = [] } of pod?.containers ?? []) {
    for (const { name } of volumeMounts) {
      if (!pod.volumes?.some(volume => volume.name === name)) {
        faults.push(`volumeMounts.name: Not found: "${name}"`);
      }
    }
  }
  if (faults.length > 0) {
    throw new ApiError(
      422,
      'Invalid',
      `Job.batch "${metadata.name}" is invalid: ${faults.join(', ')}`,
    );
  }
}

/** The restricted Pod Security Standard. @throws ApiError Forbidden */
export function checkPodSecurity(name: string, spec: PodSpec): void {
  const faults: string[] = [];
  const need = (holds: boolean | undefined, text: string) => {
    if (!holds) faults.push(text);
  };
  need(spec.securityContext?.runAsNonRoot, 'runAsNonRoot != true');
  need(
    ['RuntimeDefault', 'Localhost'].includes(
      spec.securityContext?.seccompProfile?.type ?? '',
    ),
    'seccompProfile',
  );
  for (const { securityContext } of spec.containers) {
    need(
      securityContext?.allowPrivilegeEscalation === false,
      'allowPrivilegeEscalation != false',
    );
    need(
      securityContext?.capabilities?.drop?.includes('ALL'),
      'unrestricted capabilities',
    );
  }
  for (const { name: volume, emptyDir, secret } of spec.volumes ?? []) {
    need(Boolean(emptyDir || secret), `restricted volume types (${volume})`);
  }
  if (faults.length > 0) {
    throw new ApiError(
      403,
      'Forbidden',
      `pods "${name}" is forbidden: violates PodSecurity "restricted:latest": ${faults.join(
        ', ',
      )}`,
    );
  }
}
