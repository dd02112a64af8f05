import type { RunDetail } from './answers';
import type { PortalLinks } from '@terrastage/plugin-resources-common';
import { RunFailedError } from './RunFailedError';

const GOOD: readonly RunDetail['status'][] = [
  'applied',
  'planned_and_finished',
  'awaiting_approval',
];

/** @throws RunFailedError with what failed, and a link to the run. */
export function assertEndedWell(run: RunDetail, links: PortalLinks): void {
  if (GOOD.includes(run.status)) {
    return;
  }
  const { id, operation, status } = run;
  const ended = `The ${operation} run ${id} ended as ${status.replace(
    /_/g,
    ' ',
  )}`;
  throw new RunFailedError(`${ended}${reason(run)} See ${links.run(id)}`);
}

function reason({ failure, status, cancelRequestedBy }: RunDetail): string {
  if (failure) {
    return `: ${failure.message}`;
  }
  if (status === 'canceled' && cancelRequestedBy) {
    return ` by ${cancelRequestedBy}.`;
  }
  return '.';
}
