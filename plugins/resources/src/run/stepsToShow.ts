import type { RunItem, RunStepItem } from '../api/ResourcesApi';
import { isActive } from '../hooks/pollInterval';

export interface ShownStep {
  id: string;
  step: string;
  /** `stopped`: it began, and the run ended before it did. */
  status: RunStepItem['status'] | 'waiting' | 'stopped';
  startedAt?: string;
  durationMs?: number;
}

/** The steps that every run of an operation comes to; the runner's others show once they begin. */
const milestones: Record<RunItem['operation'], readonly string[]> = {
  plan: ['prepare', 'init', 'plan', 'show'],
  apply: ['prepare', 'init', 'plan', 'apply', 'output'],
  adopt: ['prepare', 'init', 'find', 'plan', 'apply', 'output'],
  unlock: ['identity', 'unlock'],
  restore: ['prepare', 'init', 'plan', 'restore'],
  destroy: ['prepare', 'init', 'plan', 'apply', 'orphans'],
};

/** The steps of a run as they began, and, while it goes on, those that are still to come. */
export function stepsToShow(
  run: Pick<RunItem, 'failure' | 'operation' | 'status' | 'steps'>,
): ShownStep[] {
  const active = isActive(run);
  const statusOf = ({ step, status }: RunStepItem): ShownStep['status'] => {
    if (active || status !== 'started') {
      return status;
    }
    return run.failure?.step === step ? 'failed' : 'stopped';
  };
  const begun = run.steps.map((entry, index) => ({
    ...entry,
    id: `${index}-${entry.step}`,
    status: statusOf(entry),
  }));
  const furthest = milestones[run.operation].findLastIndex(step =>
    run.steps.some(entry => entry.step === step),
  );
  const toCome = active
    ? milestones[run.operation]
        .slice(furthest + 1)
        .map(step => ({ id: step, step, status: 'waiting' as const }))
    : [];
  return [...begun, ...toCome];
}
