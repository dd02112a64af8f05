import { useFormat } from '../hooks/useFormat';
import { useNow } from '../hooks/useNow';
import type { ShownStep } from './stepsToShow';

/** How long a step took, or has been running. */
export function StepDuration({ step }: { step: ShownStep }) {
  const format = useFormat();
  const running = step.status === 'started' && step.startedAt;
  const now = useNow(running ? 1_000 : undefined);
  if (running) {
    return <span>{format.duration(now - Date.parse(running))}</span>;
  }
  return step.durationMs === undefined ? null : (
    <span>{format.duration(step.durationMs)}</span>
  );
}
