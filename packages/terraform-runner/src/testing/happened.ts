import type { RunnerEvent, StepName } from '../protocol';

/** Whether a step was told to have begun, or ended. */
export function happened(
  events: RunnerEvent[],
  step: StepName,
  status: 'started' | 'finished' | 'failed' | 'skipped',
): boolean {
  return events.some(
    event =>
      event.type === 'step' && event.step === step && event.status === status,
  );
}

/** How many resources the last progress event calls done; 0 before the first. */
export function doneCount(events: RunnerEvent[]): number {
  const last = events.findLast(event => event.type === 'progress');
  return last?.type === 'progress' ? last.done : 0;
}
