import {
  activeRunStatuses,
  type ResourceStatus,
  type RunStatus,
} from '@terrastage/plugin-resources-common';

/** Milliseconds between two looks while something changes. */
export const FAST_POLL = 2_000;
/** Milliseconds between two looks while nothing does. */
export const SLOW_POLL = 15_000;

const changing: readonly ResourceStatus[] = [
  'creating',
  'updating',
  'deleting',
];

/** True while a run works on the resource. */
export function isChanging(resource: { status: ResourceStatus }): boolean {
  return changing.includes(resource.status);
}

/** True until the run has ended. */
export function isActive(run: { status: RunStatus }): boolean {
  return (activeRunStatuses as readonly RunStatus[]).includes(run.status);
}

/** How soon to look again at these resources. The browser's hidden tabs are not polled at all. */
export function pollInterval(
  resources: ReadonlyArray<{ status: ResourceStatus }>,
): number {
  return resources.some(isChanging) ? FAST_POLL : SLOW_POLL;
}
