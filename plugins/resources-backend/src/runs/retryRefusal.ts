import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { RunRecord } from './RunRecord';

const retried: ReadonlyArray<RunRecord['status']> = [
  'failed',
  'canceled',
  'discarded',
];

/** Why a run can't be tried again; undefined when it can. */
export function retryRefusal(
  run: RunRecord,
  resource: Pick<ResourceRecord, 'status' | 'run'>,
): string | undefined {
  if (
    run.status === 'needs_attention' ||
    resource.status === 'needs_attention'
  ) {
    return `Run ${
      resource.run?.id ?? run.id
    } needs attention: nothing is applied again before somebody has looked at what it left. It says what to do`;
  }
  if (!retried.includes(run.status)) {
    return `Run ${run.id} is ${run.status}: there is nothing to try again`;
  }
  if (run.operation === 'unlock' || run.operation === 'restore') {
    return `Run ${run.id} was about the state: start it again from the resource's State page`;
  }
  if (run.operation === 'plan') {
    return `Run ${run.id} only planned: ask for the plan again`;
  }
  if (resource.status === 'deleted') {
    return run.operation === 'adopt'
      ? 'Nothing is managed: fill in the form again'
      : 'The resource was destroyed';
  }
  if (resource.run && resource.run.id !== run.id) {
    return `Run ${resource.run.id} came after run ${run.id}: what that one was to do may no longer fit`;
  }
  return undefined;
}
