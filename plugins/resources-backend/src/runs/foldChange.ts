import { ConflictError } from '@backstage/errors';
import {
  IllegalTransitionError,
  isTerminal,
  transition,
  type Run,
  type RunEvent,
  type RunTransition,
} from '@terrastage/plugin-resources-common';
import type { NewRunEvent, RunChange } from './RunChange';
import { toRun, toRunPatch, type RunPatch, type RunRecord } from './RunRecord';

export interface FoldedChange {
  /** What to store of the run. */
  readonly patch: RunPatch;
  /** With their numbers, which go on from the run's last. */
  readonly events: RunEvent[];
}

/**
 * What a change makes of a run: its transitions one after the other, each with its time and its status event. Pure.
 *
 * @throws ConflictError when the run's status doesn't allow a transition.
 */
export function foldChange(
  before: RunRecord,
  change: RunChange,
  now: Date,
): FoldedChange {
  const events: NewRunEvent[] = [...(change.events ?? [])];
  let patch: RunPatch = { ...change.run };
  let run = toRun(before);
  for (const event of change.transitions ?? []) {
    run = apply(run, event);
    patch = {
      ...patch,
      ...toRunPatch(run),
      ...timeOf(run.status, before, now),
    };
    events.push({
      type: 'status',
      status: run.status,
      ...('failure' in run && { failure: run.failure }),
    });
  }
  return {
    patch: { ...patch, eventSeq: before.eventSeq + events.length },
    events: events.map((event, index) => ({
      time: now.toISOString(),
      ...event,
      seq: before.eventSeq + index + 1,
    })) as RunEvent[],
  };
}

/** `transition`, refused as the conflict that it is. */
function apply(run: Run, event: RunTransition): Run {
  try {
    return transition(run, event);
  } catch (error) {
    throw error instanceof IllegalTransitionError
      ? new ConflictError(error.message, error)
      : error;
  }
}

function timeOf(
  status: RunRecord['status'],
  before: RunRecord,
  now: Date,
): RunPatch {
  if (isTerminal(status)) {
    return { finishedAt: now };
  }
  switch (status) {
    case 'planning':
      return { startedAt: now };
    case 'planned':
      // It comes to this again when somebody confirms it.
      return { plannedAt: before.plannedAt ?? now };
    case 'applying':
      return { applyingAt: now };
    default:
      return {};
  }
}
