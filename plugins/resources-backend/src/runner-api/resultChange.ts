import type {
  RunFailure,
  RunTransition,
} from '@terrastage/plugin-resources-common';
import type { RunResult } from '@terrastage/terraform-runner/protocol';
import { fillLinks } from '../inventory/fillLinks';
import type {
  ResourcePatch,
  ResourceRecord,
} from '../inventory/ResourceRecord';
import { orphansLeft, stateNotSaved } from '../runs/failures';
import type { RunChange } from '../runs/RunChange';
import type { RunRecord } from '../runs/RunRecord';
import { withoutSensitiveOutputs } from './withoutSensitiveValues';

/**
 * What a runner's result makes of its run and of the resource.
 *
 * @param now - of its arrival.
 * @param decideBy - when a plan that is parked now is discarded.
 */
export function resultChange(
  run: RunRecord,
  resource: ResourceRecord,
  result: RunResult,
  now: Date,
  decideBy: Date,
): RunChange {
  const transition = transitionOf(run, result);
  const parks = transition.type === 'request_approval';
  return {
    events: parks ? [waits(decideBy)] : [],
    run: {
      decideBy: parks ? decideBy : undefined,
      applyStarted: run.applyStarted || result.applyStarted || undefined,
      orphans: result.orphans,
      savedState: result.savedState,
      maxRssBytes: result.usage?.maxRssBytes,
      stateVersionId: result.state?.versionId,
    },
    resource: {
      ...resourcePatch(run, resource, result),
      adoptedAt:
        run.operation === 'adopt' && result.outcome === 'applied'
          ? now
          : undefined,
    },
    transitions: [transition],
  };
}

function waits(decideBy: Date) {
  return {
    type: 'log',
    source: 'portal',
    level: 'info',
    message: `The plan waits for somebody to confirm it; it is discarded at ${decideBy.toISOString()}`,
  } as const;
}

function transitionOf(run: RunRecord, result: RunResult): RunTransition {
  switch (result.outcome) {
    case 'planned':
      if (run.operation === 'plan') {
        return { type: 'complete_plan_only' };
      }
      return run.confirm && !run.cancelRequestedAt
        ? { type: 'request_approval' }
        : { type: 'cancel' };
    case 'applied':
      return run.operation === 'destroy' && result.orphans?.length
        ? { type: 'need_attention', failure: orphansLeft(result.orphans) }
        : { type: 'finish_apply' };
    case 'canceled':
      return result.savedState
        ? { type: 'need_attention', failure: stateNotSaved(result.savedState) }
        : { type: 'cancel' };
    case 'failed':
      return {
        // Without its last state, the next run would not know what stands in AWS.
        type:
          result.savedState || result.failure?.code === 'state_not_saved'
            ? 'need_attention'
            : 'fail',
        failure: failureOf(run, result),
      };
    default:
      return result.outcome satisfies never;
  }
}

function failureOf(run: RunRecord, result: RunResult): RunFailure {
  if (result.failure) {
    return result.failure;
  }
  return result.savedState
    ? stateNotSaved(result.savedState)
    : {
        code: 'internal',
        message: `The runner of run ${run.id} said that it failed, but not why; its log may tell`,
      };
}

function resourcePatch(
  run: RunRecord,
  resource: ResourceRecord,
  result: RunResult,
): ResourcePatch {
  if (run.operation === 'plan' || run.operation === 'unlock') {
    return {};
  }
  const target =
    run.operation === 'apply' && result.outcome === 'applied'
      ? run.target
      : undefined;
  const destroyed = run.operation === 'destroy' && result.outcome === 'applied';
  const outputs = destroyed
    ? {}
    : result.outputs && withoutSensitiveOutputs(result.outputs);
  return {
    state: result.state,
    target,
    outputs,
    links:
      outputs &&
      fillLinks(target?.linkPatterns ?? resource.linkPatterns, {
        name: resource.name,
        region: resource.region,
        outputs,
      }),
  };
}
