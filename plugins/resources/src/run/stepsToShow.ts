import type { RunItem, RunStepItem } from '../api/ResourcesApi';
import { isActive } from '../hooks/pollInterval';

export interface ShownStep {
  id: string;
  step: string;
  status: RunStepItem['status'] | 'waiting';
  startedAt?: string;
  durationMs?: number;
}

/** The steps that every run of an operation comes to; the runner's others show once they begin. */
const milestones: Record<RunItem['operation'], readonly string[]> = {
  plan: ['prepare', 'init', 'plan', 'show'],
  apply: ['prepare', 'init', 'plan', 'apply', 'output'],
  destroy: ['prepare', 'init', 'plan', 'apply'],
};

/** The steps of a run as they began, and, while it goes on, those that are still to come. */
export function stepsToShow(
  run: Pick<RunItem, 'operation' | 'status' | 'steps'>,
): ShownStep[] {
  const begun = run.steps.map((entry, index) => ({
    ...entry,
    id: `${index}-${entry.step}`,
  }));
  const furthest = milestones[run.operation].findLastIndex(step =>
    run.steps.some(entry => entry.step === step),
  );
  const toCome = isActive(run)
    ? milestones[run.operation]
        .slice(furthest + 1)
        .map(step => ({ id: step, step, status: 'waiting' as const }))
    : [];
  return [...begun, ...toCome];
}
