import type { RunStep } from '@terrastage/plugin-resources-common';
import type {
  PlanDetail,
  RunnerEvent,
} from '@terrastage/terraform-runner/protocol';
import type { NewRunEvent, RunChange } from '../runs/RunChange';
import type { RunPatch, RunRecord } from '../runs/RunRecord';
import { storable } from '../runs/storable';
import { withoutSensitiveValues } from './withoutSensitiveValues';

/**
 * What a runner's events mean for the stored run: its steps, its progress, its plan in full, and the events that
 * whoever follows the run sees.
 */
export function foldEvents(
  run: RunRecord,
  events: readonly RunnerEvent[],
): Pick<RunChange, 'run' | 'events'> {
  let steps = run.steps;
  let progress: RunPatch['progress'];
  let planDetail: PlanDetail | undefined;
  const out: NewRunEvent[] = [];
  for (const received of events) {
    const { seq, ...event } = storable(received);
    switch (event.type) {
      case 'plan_detail':
        planDetail = withoutSensitiveValues(event.plan);
        out.push({ type: 'plan_detail', time: event.time });
        break;
      case 'step':
        steps = withStep(steps, event);
        out.push(event);
        break;
      case 'progress':
        progress = {
          done: event.done,
          total: event.total,
          current: event.current,
        };
        out.push(event);
        break;
      default:
        out.push(event);
    }
  }
  return { run: { steps, progress, planDetail }, events: out };
}

function withStep(
  steps: readonly RunStep[],
  event: StepEvent,
): readonly RunStep[] {
  const { step, status, durationMs, time } = event;
  const known = steps.find(each => each.step === step);
  if (!known || status === 'started') {
    const others = steps.filter(each => each.step !== step);
    return [...others, { step, status, startedAt: time, durationMs }];
  }
  return steps.map(each =>
    each.step === step ? { ...each, status, durationMs } : each,
  );
}

type StepEvent = Omit<Extract<RunnerEvent, { type: 'step' }>, 'seq'>;
