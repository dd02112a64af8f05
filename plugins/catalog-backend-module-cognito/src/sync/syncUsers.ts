import type { AuditLog } from '../audit/AuditLog';
import type { Directory } from '../directory';
import {
  checkRemovals,
  planUserSync,
  type RemovalLimits,
  type SyncPlan,
} from '../plan';
import type { Invitation, UserPool } from '../pool';
import { applyUserSync, type ApplyResult } from './applyUserSync';

export type SyncSources = {
  /** Read first: with malformed files nothing else is done. */
  directory: () => Promise<Directory>;
  pool: UserPool;
};

export type SyncUsersOptions = SyncSources & {
  audit: AuditLog;
  invite: (email: string) => Invitation;
  limits: RemovalLimits;
  /** Take the login also from more people than the limits allow. */
  allowRemovals?: boolean;
  adopt?: boolean;
  concurrency?: number;
  signal?: AbortSignal;
};

export type SyncResult = ApplyResult & { plan: SyncPlan };

/** What a sync would do. Changes nothing. */
export async function planUsers(
  { directory, pool }: SyncSources,
  options: { adopt?: boolean } = {},
): Promise<SyncPlan> {
  const desired = await directory();
  await pool.check();
  const actual = await pool.read(desired.groups.map(group => group.name));
  return planUserSync(desired, actual, options);
}

/**
 * Brings the pool in line with the files.
 *
 * @throws DirectoryFileError, PoolNotFitError, TooManyRemovalsError: nothing was changed
 */
export async function syncUsers(
  options: SyncUsersOptions,
): Promise<SyncResult> {
  const plan = await planUsers(options, { adopt: options.adopt });
  if (!options.allowRemovals) checkRemovals(plan, options.limits);
  return { plan, ...(await applyUserSync(plan, options)) };
}
