/**
 * - `draft`: only planned so far (a dry run); not listed.
 * - `creating`, `updating`, `deleting`: a run is active.
 * - `active`: what was applied last stands.
 * - `failed`: the last run failed; what stands in AWS may be incomplete. It can be deleted.
 * - `needs_attention`: a runner vanished in mid-apply; a person has to look.
 * - `deleted`: destroyed; kept for the record, not listed unless asked for.
 */
export const resourceStatuses = [
  'draft',
  'creating',
  'active',
  'updating',
  'deleting',
  'failed',
  'needs_attention',
  'deleted',
] as const;

export type ResourceStatus = (typeof resourceStatuses)[number];
