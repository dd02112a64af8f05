import type { V1ObjectMeta } from '@kubernetes/client-node';
import type { RunnerRef } from '../Launcher';
import { LABELS } from './labels';

/** The one name for a runner: creating its Job twice makes one. */
export function jobName({ runId, attempt }: RunnerRef): string {
  return `terrastage-${runId}-${attempt}`;
}

/** Which runner a Job or pod is of, by its labels; undefined for one of somebody else. */
export function runnerOf(
  metadata: V1ObjectMeta | undefined,
): RunnerRef | undefined {
  const runId = metadata?.labels?.[LABELS.run];
  const attempt = Number(metadata?.labels?.[LABELS.attempt]);
  return runId && Number.isInteger(attempt) && attempt > 0
    ? { runId, attempt }
    : undefined;
}
